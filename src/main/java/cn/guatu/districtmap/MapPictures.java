package cn.guatu.districtmap;

import cn.guatu.districtmap.MapPicture.Area;
import cn.guatu.districtmap.MapPicture.Spot;
import cn.guatu.rollup.Light;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Puts figures of streets and lights of projects on shapes; streets without a shape become tiles of equal area under the map. */
final class MapPictures {

    private static final double TILE = 150;
    private static final double GAP = 12;
    private static final int TILES_IN_A_ROW = 6;
    private static final double LARGEST_TILE = 300;
    // a map of tiles alone is about as wide as a screen
    private static final double ACROSS_TO_DOWN = 1.9;

    private MapPictures() {}

    /**
     * How a street stands.
     *
     * @param rate completion; null: none
     */
    record Standing(@Nullable BigDecimal rate, Light light, String reason) {}

    /** How a project stands: its worst open node. */
    record ProjectStanding(String name, Light light) {

        ProjectStanding worse(ProjectStanding other) {
            return other.light.severity() > light.severity() ? other : this;
        }
    }

    private static final Standing NONE = new Standing(null, Light.GREY, "没有这个指标的数");

    static MapPicture of(
            String title,
            LocalDate cutOff,
            List<String> streets,
            Map<String, Standing> standings,
            List<MapShape> shapes,
            Map<String, ProjectStanding> projectStandings) {
        Map<String, MapShape> byStreet = new HashMap<>();
        List<MapShape> projects = new ArrayList<>();
        for (MapShape shape : shapes) {
            switch (shape.subject()) {
                case MapSubject.Street street -> {
                    if (streets.contains(street.name())) {
                        byStreet.put(street.name(), shape);
                    }
                }
                case MapSubject.Project project -> projects.add(shape);
            }
        }
        List<MapShape> known = projects.stream()
                .filter(shape -> projectStandings.containsKey(shape.subject().name()))
                .toList();
        List<MapShape> drawn = new ArrayList<>(byStreet.values());
        drawn.addAll(known);
        MapProjection projection = new MapProjection(MapProjection.around(drawn));
        List<Area> areas = new ArrayList<>();
        List<String> tiles = new ArrayList<>();
        for (String street : streets) {
            MapShape shape = byStreet.get(street);
            if (shape == null) {
                tiles.add(street);
            } else {
                Coordinate label = MapProjection.label(shape.geometry());
                areas.add(area(
                        street,
                        projection.path(shape.geometry()),
                        projection.x(label),
                        projection.y(label),
                        standings.getOrDefault(street, NONE)));
            }
        }
        double top = drawn.isEmpty() ? GAP : projection.height() + GAP;
        double bottom = drawn.isEmpty() ? 0 : projection.height();
        int across = drawn.isEmpty() ? tilesAcross(tiles.size()) : TILES_IN_A_ROW;
        double side =
                drawn.isEmpty() ? Math.min(LARGEST_TILE, (MapProjection.WIDTH - (across + 1) * GAP) / across) : TILE;
        for (int i = 0; i < tiles.size(); i++) {
            int inRow = Math.min(across, tiles.size() - i / across * across);
            double start = (MapProjection.WIDTH - inRow * side - (inRow - 1) * GAP) / 2;
            double x = start + i % across * (side + GAP);
            double y = top + (double) (i / across) * (side + GAP);
            areas.add(area(
                    tiles.get(i),
                    MapProjection.tile(x, y, side),
                    x + side / 2,
                    y + side / 2,
                    standings.getOrDefault(tiles.get(i), NONE)));
            bottom = y + side + GAP;
        }
        List<Spot> spots = known.stream()
                .map(shape -> spot(
                        shape,
                        projection,
                        Objects.requireNonNull(
                                projectStandings.get(shape.subject().name()))))
                .toList();
        return new MapPicture(title, cutOff, MapProjection.WIDTH, bottom, !byStreet.isEmpty(), areas, spots);
    }

    /** Rows as even as they can be: ten tiles are two rows of five. */
    private static int tilesAcross(int tiles) {
        int rows = Math.max(1, (int) Math.round(Math.sqrt(tiles / ACROSS_TO_DOWN)));
        return Math.max(1, Math.ceilDiv(tiles, rows));
    }

    private static Area area(String street, String path, double x, double y, Standing standing) {
        return new Area(street, path, x, y, standing.rate(), standing.light(), standing.reason());
    }

    private static Spot spot(MapShape shape, MapProjection projection, ProjectStanding standing) {
        Coordinate label = MapProjection.label(shape.geometry());
        String path = projection.path(shape.geometry());
        return new Spot(
                shape.subject().name(),
                standing.name(),
                path.isEmpty() ? null : path,
                projection.x(label),
                projection.y(label),
                standing.light());
    }
}

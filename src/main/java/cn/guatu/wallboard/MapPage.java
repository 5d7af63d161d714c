package cn.guatu.wallboard;

import cn.guatu.districtmap.DistrictMapService;
import cn.guatu.districtmap.MapPicture;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 一张图: the streets where they lie, or as tiles of equal area, with the projects on them. */
@Component
class MapPage implements WallPage {

    private final DistrictMapService maps;

    MapPage(DistrictMapService maps) {
        this.maps = maps;
    }

    @Override
    public String kind() {
        return "MAP";
    }

    @Override
    public String label() {
        return "一张图";
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public int usualDwell() {
        return 25;
    }

    @Override
    public boolean readsMore() {
        return true;
    }

    /** The map, {@code width} × {@code height}; not geographic: tiles, because no boundary was uploaded. */
    record Map(double width, double height, boolean geographic, List<Area> areas, List<Spot> spots) {}

    /** A street, its outline as an SVG path, and where its name stands. */
    record Area(
            String name,
            String path,
            double x,
            double y,
            @Nullable BigDecimal rate,
            String light,
            String word) {}

    /** A project; {@code path} null: a point. The worst are last, so that they lie on top. */
    record Spot(String name, @Nullable String path, double x, double y, String light, String word) {}

    @Override
    public Object slice(PageFacts facts) {
        MapPicture picture = maps.picture(
                facts.year(),
                facts.asOf(),
                facts.access(),
                facts.figures().streets(),
                facts.figures().nodes());
        return new Map(
                picture.width(),
                picture.height(),
                picture.geographic(),
                picture.areas().stream()
                        .map(area -> new Area(
                                area.name(),
                                area.path(),
                                area.x(),
                                area.y(),
                                area.rate(),
                                area.light().name(),
                                area.light().label()))
                        .toList(),
                picture.spots().stream()
                        .sorted(Comparator.comparingInt(spot -> spot.light().severity()))
                        .map(spot -> new Spot(
                                spot.name(),
                                spot.path(),
                                spot.x(),
                                spot.y(),
                                spot.light().name(),
                                spot.light().label()))
                        .toList());
    }
}

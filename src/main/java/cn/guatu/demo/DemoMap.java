package cn.guatu.demo;

import cn.guatu.districtmap.DistrictMapService;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A made-up district on the map: an outline like a leaf, cut into streets around centres that are drawn from the seed. */
@Component
@ConditionalOnProperty("guatu.demo")
class DemoMap implements DemoChapter {

    private static final double LONGITUDE = 114.18;
    private static final double LATITUDE = 22.69;
    private static final int OUTLINE = 240;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DistrictMapService maps;
    private final OrgService org;
    private final ProjectService projects;
    private final BusinessClock clock;
    private final GeometryFactory geometry = new GeometryFactory();

    DemoMap(DistrictMapService maps, OrgService org, ProjectService projects, BusinessClock clock) {
        this.maps = maps;
        this.org = org;
        this.projects = projects;
        this.clock = clock;
    }

    @Override
    public String title() {
        return "一张图的边界";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void write(DemoYear demo, LocalDate today) {
        Random random = new Random(demo.year() * 31L);
        Map<String, Geometry> streets = streets(random);
        Map<UnitId, String> names = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        List<Map<String, Object>> features = new ArrayList<>();
        streets.forEach((name, area) -> features.add(feature("name", name, area)));
        Map<String, Phase> byCode = projects.phases(demo.year()).stream()
                .collect(Collectors.toMap(
                        Phase::projectCode, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        byCode.forEach((code, phase) -> {
            Geometry street = streets.get(names.get(phase.shares().getFirst().street()));
            if (street != null) {
                features.add(feature("code", code, within(street, random)));
            }
        });
        Map<String, Object> collection = Map.of("type", "FeatureCollection", "features", features);
        maps.takeAs(
                JSON.writeValueAsString(collection).getBytes(StandardCharsets.UTF_8),
                new Recording(clock.now(), "演示数据", null, null));
    }

    private Map<String, Geometry> streets(Random random) {
        Geometry district = outline(random);
        List<Coordinate> centres = new ArrayList<>();
        int count = DemoPeople.STREETS.size();
        while (centres.size() < count) {
            Coordinate place = new Coordinate(
                    LONGITUDE + (random.nextDouble() - 0.5) * 0.34, LATITUDE + (random.nextDouble() - 0.5) * 0.2);
            boolean apart = centres.stream().allMatch(other -> other.distance(place) > 0.34 / (count + 1));
            if (apart && district.contains(geometry.createPoint(place))) {
                centres.add(place);
            }
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(centres);
        builder.setClipEnvelope(district.getEnvelopeInternal());
        Geometry cells = builder.getDiagram(geometry);
        Map<String, Geometry> streets = new HashMap<>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            Geometry cell = cells.getGeometryN(i).intersection(district);
            for (int j = 0; j < count; j++) {
                if (cell.contains(geometry.createPoint(centres.get(j)))) {
                    streets.put(DemoPeople.STREETS.get(j), cell);
                }
            }
        }
        return streets;
    }

    private Geometry outline(Random random) {
        double[] phases = random.doubles(4, 0, Math.PI * 2).toArray();
        Coordinate[] ring = new Coordinate[OUTLINE + 1];
        for (int i = 0; i < OUTLINE; i++) {
            double angle = Math.PI * 2 * i / OUTLINE;
            double far = 1;
            for (int wave = 0; wave < phases.length; wave++) {
                far += 0.13 / (wave + 1) * Math.sin((wave + 2) * angle + phases[wave]);
            }
            ring[i] =
                    new Coordinate(LONGITUDE + 0.19 * far * Math.cos(angle), LATITUDE + 0.115 * far * Math.sin(angle));
        }
        ring[OUTLINE] = ring[0];
        return geometry.createPolygon(ring);
    }

    private Point within(Geometry street, Random random) {
        Geometry inner = street.buffer(-0.004);
        Geometry room = inner.isEmpty() ? street : inner;
        while (true) {
            Coordinate place = new Coordinate(
                    room.getEnvelopeInternal().getMinX()
                            + random.nextDouble() * room.getEnvelopeInternal().getWidth(),
                    room.getEnvelopeInternal().getMinY()
                            + random.nextDouble() * room.getEnvelopeInternal().getHeight());
            Point point = geometry.createPoint(place);
            if (room.contains(point)) {
                return point;
            }
        }
    }

    private static Map<String, Object> feature(String key, String value, Geometry shape) {
        GeoJsonWriter writer = new GeoJsonWriter(6);
        writer.setEncodeCRS(false);
        return Map.of(
                "type", "Feature", "properties", Map.of(key, value), "geometry", JSON.readTree(writer.write(shape)));
    }
}

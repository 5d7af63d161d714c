package cn.guatu.districtmap;

import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON file of streets and projects, and says in sentences what is wrong with it. */
final class MapReader {

    /** More is refused before anything is parsed. */
    static final int LARGEST_FILE = 10 * 1024 * 1024;

    private static final int MOST_POINTS = 400_000;
    private static final List<String> NAMES = List.of("name", "NAME", "Name", "名称", "街道", "街道名称", "XZQMC");
    private static final List<String> CODES = List.of("code", "CODE", "编码", "项目编码", "project");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, MapSubject.Street> streets = new HashMap<>();
    private final Map<String, MapSubject.Project> projects = new HashMap<>();
    private final List<MapShape> shapes = new ArrayList<>();
    private final List<MapProblem> problems = new ArrayList<>();
    private final Set<MapSubject> seen = new HashSet<>();
    private final boolean swapped;

    /**
     * @param swapped whether the file has latitude before longitude
     */
    MapReader(List<MapSubject.Street> streets, List<MapSubject.Project> projects, boolean swapped) {
        streets.forEach(street -> this.streets.put(NameKey.of(street.name()), street));
        projects.forEach(project -> this.projects.put(NameKey.ofCode(project.name()), project));
        this.swapped = swapped;
    }

    /** Reads the file; one that is no GeoJSON at all is refused. */
    MapDraft read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw Refusal.tooLarge(
                    "文件有 %.0f MB,超过 10 MB 上限。请先在制图软件中简化边界(保留到米级即可)再上传。".formatted(file.length / 1024.0 / 1024.0));
        }
        JsonNode root = parse(file);
        checkSystem(root);
        List<JsonNode> features = features(root);
        int points = 0;
        for (int i = 0; i < features.size(); i++) {
            Geometry geometry = geometry(features.get(i), i + 1);
            if (geometry != null) {
                points += geometry.getNumPoints();
                if (points > MOST_POINTS) {
                    throw Refusal.tooLarge("边界点超过 40 万个,屏幕上看不出差别却很慢。请先简化边界再上传。");
                }
                take(features.get(i), i + 1, geometry);
            }
        }
        if (shapes.isEmpty() && problems.isEmpty()) {
            problems.add(new MapProblem(true, "文件里没有任何图形。请确认导出时选中了街道或项目图层。", null));
        }
        problems.addAll(MapChecks.of(shapes));
        problems.sort(Comparator.comparing((MapProblem problem) -> !problem.serious()));
        return new MapDraft(shapes, problems);
    }

    private static JsonNode parse(byte[] file) {
        try {
            return JSON.readTree(file);
        } catch (JacksonException e) {
            throw Refusal.invalid("文件不是 GeoJSON,无法读取。请从制图软件导出为 GeoJSON(.geojson 或 .json)再上传。");
        }
    }

    private static void checkSystem(JsonNode root) {
        String system = root.path("crs").path("properties").path("name").asString("");
        boolean known =
                system.isEmpty() || system.contains("CRS84") || system.endsWith("4326") || system.endsWith("4490");
        if (!known) {
            throw Refusal.invalid("坐标系 " + system + " 不支持。请导出为 WGS84(EPSG:4326)或 CGCS2000(EPSG:4490)经纬度。");
        }
    }

    private static List<JsonNode> features(JsonNode root) {
        String type = root.path("type").asString("");
        List<JsonNode> features = new ArrayList<>();
        if (type.equals("FeatureCollection")) {
            root.path("features").forEach(features::add);
        } else if (type.equals("Feature")) {
            features.add(root);
        } else {
            throw Refusal.invalid("文件不是 GeoJSON 要素集(FeatureCollection)。请从制图软件导出带属性的图层再上传。");
        }
        return features;
    }

    private @Nullable Geometry geometry(JsonNode feature, int number) {
        JsonNode written = feature.path("geometry");
        if (written.isMissingNode() || written.isNull()) {
            problems.add(new MapProblem(false, "第 " + number + " 个要素没有图形,已跳过。", null));
            return null;
        }
        try {
            Geometry geometry = new GeoJsonReader(new GeometryFactory()).read(written.toString());
            if (swapped) {
                geometry.apply((CoordinateFilter) place -> {
                    double first = place.x;
                    place.x = place.y;
                    place.y = first;
                });
                geometry.geometryChanged();
            }
            return geometry;
        } catch (ParseException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            problems.add(new MapProblem(true, "第 " + number + " 个要素的坐标无法读取(边界须首尾相接,至少 4 个点)。", null));
            return null;
        }
    }

    private void take(JsonNode feature, int number, Geometry geometry) {
        JsonNode properties = feature.path("properties");
        Optional<MapSubject> subject = subject(properties);
        if (subject.isEmpty()) {
            String written =
                    word(properties, NAMES).or(() -> word(properties, CODES)).orElse("(没有 name 或 code 属性)");
            problems.add(new MapProblem(
                    false,
                    "第 " + number + " 个要素 " + written + " 不是系统里的街道或项目,已跳过。",
                    geometry.isEmpty() ? null : geometry.getCentroid().getCoordinate()));
            return;
        }
        if (!seen.add(subject.get())) {
            problems.add(new MapProblem(true, subject.get().name() + " 在文件里出现了两次,请合并为一个要素。", null));
            return;
        }
        shapes.add(new MapShape(subject.get(), geometry));
    }

    private Optional<MapSubject> subject(JsonNode properties) {
        Optional<MapSubject> project = word(properties, CODES)
                .map(code -> projects.get(NameKey.ofCode(code)))
                .map(each -> each);
        if (project.isPresent()) {
            return project;
        }
        return word(properties, NAMES).map(NameKey::of).map(this::street);
    }

    private @Nullable MapSubject street(String key) {
        MapSubject exact = streets.get(key);
        if (exact != null) {
            return exact;
        }
        List<MapSubject.Street> near = streets.entrySet().stream()
                .filter(each -> each.getKey().startsWith(key) || key.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return near.size() == 1 ? near.getFirst() : null;
    }

    private static Optional<String> word(JsonNode properties, List<String> keys) {
        return keys.stream()
                .map(key -> properties.path(key).asString(""))
                .filter(word -> !word.isBlank())
                .findFirst();
    }
}

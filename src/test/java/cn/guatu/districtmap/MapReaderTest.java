package cn.guatu.districtmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.project.ProjectId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an uploaded map may look like, and what is said about a bad one (issue 6, Bad input). */
class MapReaderTest {

    private static final String SQUARE = "[[[%1$s,22.6],[%2$s,22.6],[%2$s,22.7],[%1$s,22.7],[%1$s,22.6]]]";

    private static MapDraft read(String json, boolean swapped) {
        return new MapReader(
                        List.of(
                                new MapSubject.Street(new UnitId(1), "平湖街道"),
                                new MapSubject.Street(new UnitId(2), "南湾街道")),
                        List.of(new MapSubject.Project(new ProjectId(9), "LG05")),
                        swapped)
                .read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String street(String name, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"" + name
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    private static String project(String code, String place) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":" + place + "}}";
    }

    @Test
    void streets_and_projects_are_found_by_name_and_code() {
        MapDraft draft = read(
                collection(
                        street("平湖", SQUARE.formatted("114.1", "114.2")),
                        street("南湾街道", SQUARE.formatted("114.2", "114.3")),
                        project("lg05", "[114.15,22.65]")),
                false);
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.isSound()).isTrue();
        assertThat(draft.shapes()).extracting(shape -> shape.subject().name()).containsExactly("平湖街道", "南湾街道", "LG05");
    }

    @Test
    void latitude_before_longitude_is_noticed_and_can_be_turned_round() {
        String json =
                collection(street("平湖街道", "[[[22.6,114.1],[22.6,114.2],[22.7,114.2],[22.7,114.1],[22.6,114.1]]]"));
        MapDraft draft = read(json, false);
        assertThat(draft.isSound()).isFalse();
        assertThat(draft.problems().getFirst().sentence()).contains("纬度,经度", "预览");
        assertThat(read(json, true).isSound()).isTrue();
    }

    @Test
    void a_boundary_that_crosses_itself_is_named_with_its_place() {
        MapDraft draft = read(
                collection(street("平湖街道", "[[[114.1,22.6],[114.2,22.7],[114.2,22.6],[114.1,22.7],[114.1,22.6]]]")),
                false);
        assertThat(draft.isSound()).isFalse();
        assertThat(draft.problems().getFirst().sentence()).contains("平湖街道", "自相交", "(114.1500, 22.6500)");
        assertThat(draft.shapes()).hasSize(1);
    }

    @Test
    void metres_are_no_degrees() {
        MapDraft draft = read(
                collection(street("平湖街道", "[[[500000,2500000],[500100,2500000],[500100,2500100],[500000,2500000]]]")),
                false);
        assertThat(draft.problems().getFirst().sentence()).contains("不是经纬度", "WGS84");
    }

    @Test
    void a_street_far_from_the_others_and_a_project_outside_all_streets_are_told() {
        MapDraft far = read(
                collection(
                        street("平湖街道", SQUARE.formatted("114.1", "114.2")),
                        street("南湾街道", SQUARE.formatted("120.1", "120.2"))),
                false);
        assertThat(far.isSound()).isFalse();
        assertThat(far.problems())
                .anySatisfy(problem -> assertThat(problem.sentence()).contains("离其他街道太远"));
        MapDraft outside = read(
                collection(street("平湖街道", SQUARE.formatted("114.1", "114.2")), project("LG05", "[114.9,22.65]")),
                false);
        assertThat(outside.isSound()).isTrue();
        assertThat(outside.problems().getFirst().sentence()).contains("LG05", "不在任何街道内");
    }

    @Test
    void what_is_not_in_the_system_is_left_out_and_a_street_twice_is_wrong() {
        MapDraft draft = read(
                collection(
                        street("平湖街道", SQUARE.formatted("114.1", "114.2")),
                        street("平湖街道", SQUARE.formatted("114.2", "114.3")),
                        street("别处街道", SQUARE.formatted("114.3", "114.4"))),
                false);
        assertThat(draft.isSound()).isFalse();
        assertThat(draft.problems())
                .extracting(MapProblem::sentence)
                .anyMatch(each -> each.contains("出现了两次"))
                .anyMatch(each -> each.contains("别处街道"));
    }

    @Test
    void a_huge_file_another_system_of_coordinates_and_no_map_at_all_are_refused() {
        assertThatThrownBy(() -> read(" ".repeat(MapReader.LARGEST_FILE + 1), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("10 MB");
        assertThatThrownBy(() -> read(
                        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4547\"}},\"features\":[]}",
                        false))
                .hasMessageContaining("EPSG:4547");
        assertThatThrownBy(() -> read("hello", false)).hasMessageContaining("GeoJSON");
        assertThatThrownBy(() -> read("[1,2]", false)).isInstanceOf(Refusal.class);
        assertThat(read(collection(), false).isSound()).isFalse();
        assertThat(read(collection(street("平湖街道", "[[[114.1,22.6],[114.2,22.6]]]")), false)
                        .isSound())
                .isFalse();
        assertThat(read(collection(street("平湖街道", "[[[\"a\",22.6],[114.2,22.6]]]")), false)
                        .isSound())
                .isFalse();
    }
}

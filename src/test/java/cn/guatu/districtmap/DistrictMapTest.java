package cn.guatu.districtmap;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.security.AccessScope;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The map on a real server: tiles without boundaries, true shapes with them, and nobody sees a street that is not his. */
@GuatuTest
class DistrictMapTest {

    private static final String MAP = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"东街道"},"geometry":{"type":"Polygon","coordinates":
                [[[114.2,22.6],[114.3,22.6],[114.3,22.7],[114.2,22.7],[114.2,22.6]]]}},
              {"type":"Feature","properties":{"code":"P1"},"geometry":{"type":"Point","coordinates":[114.25,22.65]}}]}""";

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    @Autowired
    DistrictMapService maps;

    private UnitId east;

    @BeforeEach
    void twoStreets() {
        cleaner.clear();
        clock.reset();
        SmallDistrict district = new SmallDistrict(dsl);
        district.year(2026);
        east = district.unit("东街道", "STREET");
        district.unit("西街道", "STREET");
        UnitId lead = district.unit("更新科", "DEPARTMENT");
        district.target(2026, "TD", TargetKind.FLOW, lead);
        PhaseId phase = district.phase(2026, "P1", lead);
        district.share(phase, east, "1", 0);
        district.node(phase, "立项");
    }

    private MapPicture picture(AccessScope scope) {
        return maps.picture(2026, "TD", AsOf.of(clock.today()), scope);
    }

    private void upload() {
        maps.takeAs(MAP.getBytes(StandardCharsets.UTF_8), new Recording(clock.now(), "test", null, null));
    }

    @Test
    void without_boundaries_streets_are_tiles_of_equal_area() {
        MapPicture picture = picture(AccessScope.everything());
        assertThat(picture.geographic()).isFalse();
        assertThat(picture.areas()).extracting(MapPicture.Area::name).containsExactlyInAnyOrder("东街道", "西街道");
        assertThat(picture.spots()).isEmpty();
        assertThat(picture.areas()).allSatisfy(area -> {
            assertThat(area.path())
                    .as("corners one by one, as words are placed between them")
                    .matches("M(\\S+ [^L]+L){3}\\S+ \\S+Z");
            assertThat(area.x()).isBetween(0.0, picture.width());
        });
    }

    @Test
    void ten_streets_without_boundaries_are_two_rows_of_five() {
        SmallDistrict district = new SmallDistrict(dsl);
        for (int i = 3; i <= 10; i++) {
            district.unit(i + "街道", "STREET");
        }
        MapPicture picture = picture(AccessScope.everything());
        assertThat(picture.areas().stream().map(MapPicture.Area::y).distinct()).hasSize(2);
        assertThat(picture.areas().stream().map(MapPicture.Area::x).distinct()).hasSize(5);
    }

    @Test
    void with_boundaries_streets_have_their_shape_and_projects_their_place() {
        upload();
        upload();
        MapPicture picture = picture(AccessScope.everything());
        assertThat(picture.geographic()).isTrue();
        assertThat(maps.shapes()).isEqualTo(2);
        assertThat(picture.spots()).singleElement().satisfies(spot -> {
            assertThat(spot.project()).isEqualTo("P1");
            assertThat(spot.light()).isNotEqualTo(Light.DONE);
            assertThat(spot.x()).isBetween(0.0, picture.width());
            assertThat(spot.y()).isBetween(0.0, picture.height());
        });
        assertThat(picture.areas()).hasSize(2);
    }

    @Test
    void a_street_liaison_sees_his_street_alone() {
        upload();
        MapPicture picture = picture(AccessScope.of(Set.of(), Set.of(east)));
        assertThat(picture.areas()).extracting(MapPicture.Area::name).containsExactly("东街道");
    }
}

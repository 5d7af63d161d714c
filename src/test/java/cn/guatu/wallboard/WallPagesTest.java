package cn.guatu.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.districtmap.DistrictMapService;
import cn.guatu.jooq.Tables;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What 一张图, 作战图 and 月度评分 of the wall are told, from the one reading of the figures. */
@GuatuTest
class WallPagesTest {

    private static final String SQUARE = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"东街道"},
            "geometry":{"type":"Polygon","coordinates":[[[114.2,22.7],[114.3,22.7],[114.3,22.8],[114.2,22.8],[114.2,22.7]]]}}]}
            """;

    @Autowired
    WallBoardService boards;

    @Autowired
    MapPage map;

    @Autowired
    ChartPage chart;

    @Autowired
    ScoresPage scores;

    @Autowired
    WallDocuments documents;

    @Autowired
    ChangeLog changes;

    @Autowired
    RetryingTransactions transactions;

    @Autowired
    DistrictMapService maps;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private UnitId east;
    private UnitId lead;

    @BeforeEach
    void aProjectThatIsLateInOneOfTwoStreets() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 11, 20, 9, 0));
        SmallDistrict district = new SmallDistrict(dsl);
        district.year(2026);
        east = district.unit("东街道", "STREET");
        district.unit("西街道", "STREET");
        lead = district.unit("更新科", "DEPARTMENT");
        district.target(2026, "TD", TargetKind.FLOW, lead);
        PhaseId phase = district.phase(2026, "P1", lead);
        district.share(phase, east, "1", 0);
        district.node(phase, "立项");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.PLANNED, LocalDate.of(2026, 9, 1))
                .execute();
    }

    @Test
    void withoutBoundariesTheMapIsTilesAndWithThemStreetsLieWhereTheyAre() {
        MapPage.Map tiles = (MapPage.Map) map.slice(facts(AccessScope.everything()));
        assertThat(tiles.geographic()).isFalse();
        assertThat(tiles.areas()).extracting(MapPage.Area::name).containsExactly("东街道", "西街道");

        maps.takeAs(SQUARE.getBytes(StandardCharsets.UTF_8), recording());

        MapPage.Map shapes = (MapPage.Map) map.slice(facts(AccessScope.everything()));
        assertThat(shapes.geographic()).isTrue();
        assertThat(shapes.areas()).as("a street without a shape stays a tile").hasSize(2);
    }

    @Test
    void aWallOfOneStreetHasItAloneOnMapAndChart() {
        PageFacts facts = facts(AccessScope.of(Set.of(), Set.of(east)));

        assertThat(facts.board().title()).isEqualTo("东街道 · 2026 年度任务");
        assertThat(((MapPage.Map) map.slice(facts)).areas())
                .extracting(MapPage.Area::name)
                .containsExactly("东街道");
        assertThat(((ChartPage.Chart) chart.slice(facts)).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.rows()).singleElement().satisfies(row -> {
                    assertThat(row.light()).isEqualTo("RED");
                    assertThat(row.marks()).hasSize(1);
                }));
    }

    @Test
    void beforeTheFirstPublicationThereAreNoScoresAndTheLastPublishedMonthIsComparedWithTheOneBefore() {
        assertThat(((ScoresPage.Scores) scores.slice(facts(AccessScope.everything()))).month())
                .isNull();

        published(8);
        published(9);
        published(9);

        ScoresPage.Scores shown = (ScoresPage.Scores) scores.slice(facts(AccessScope.everything()));
        assertThat(shown.month()).isEqualTo(9);
        assertThat(shown.before()).isEqualTo(8);
        assertThat(shown.cutOff()).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void afterAChangeTheFiguresGoAheadOfThePagesThatReadMore() {
        WallKey key = new WallKey(null, 2026, null);
        assertThat(documents.ahead(key)).as("nothing was shown yet").isEmpty();
        WallDocument before = documents.of(key);
        assertThat(documents.ahead(key)).as("nothing moved").isEmpty();

        dsl.update(Tables.NODE)
                .set(Tables.NODE.PLANNED, LocalDate.of(2026, 12, 20))
                .execute();
        transactions.run(() -> changes.record(recording(), "NODES", "立项"));

        WallDocument ahead = documents.ahead(key).orElseThrow();
        WallDocument after = documents.of(key);
        assertThat(JsonChange.between(ahead.json(), after.json()))
                .contains("CHART")
                .doesNotContain("board", "RED");
        assertThat(JsonChange.between(before.json(), ahead.json()))
                .contains("RED")
                .doesNotContain("CHART");
    }

    @Test
    void aPageThatCouldNotBeReadIsReadAnewWithTheNextBeatThoughNothingChanged() {
        WallKey key = new WallKey(null, 2026, null);
        String good = documents.of(key).json();
        assertThat(good).contains("\"keptFrom\":null").doesNotContain("\"keptFrom\":\"");
        dsl.execute("rename table decision to decision_away");
        try {
            transactions.run(() -> changes.record(recording(), "NODES", "立项"));
            assertThat(documents.of(key).json()).contains("\"keptFrom\":\"09:00:00\"");
        } finally {
            dsl.execute("rename table decision_away to decision");
        }
        assertThat(documents.of(key).json()).contains("\"keptFrom\":\"09:00:00\"");

        assertThat(documents.again(key).json()).isEqualTo(good);
    }

    private int editions;

    private void published(int month) {
        editions++;
        LocalDate end = LocalDate.of(2026, month, 1).plusMonths(1).minusDays(1);
        dsl.execute(
                "insert into month_snapshot (place, plan_year, month, edition, cut_off, published_at, known_at, published_by,"
                        + " rule_version, row_count, previous_hash, hash) values (?, 2026, ?, ?, ?, ?, ?, '局领导', 1, 0, ?, ?)",
                editions,
                month,
                editions,
                end,
                end.plusDays(8).atStartOfDay(),
                end.plusDays(8).atStartOfDay(),
                "0".repeat(64),
                String.valueOf(editions).repeat(64));
    }

    private PageFacts facts(AccessScope access) {
        return boards.shown(2026, access).facts();
    }

    private Recording recording() {
        return new Recording(clock.now(), "测试", 2026, null);
    }
}

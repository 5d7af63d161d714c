package cn.guatu.battlechart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.BattleChartService;
import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.Grouping;
import cn.guatu.org.UnitId;
import cn.guatu.platform.chart.Timeline;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.NewRecognition;
import cn.guatu.project.Category;
import cn.guatu.project.NodeData;
import cn.guatu.project.PhaseData;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.project.Share;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Light;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithAnonymousUser;

/** 作战图 over a small year on a real server: what it says, who sees what, and the page. */
@GuatuTest
@ViewPackages(packages = "cn.guatu.battlechart.ui")
@WithAnonymousUser
class ChartViewTest extends SpringBrowserlessTest {

    private static final int YEAR = 2026;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    @Autowired
    ProjectService projects;

    @Autowired
    LedgerService ledger;

    @Autowired
    BattleChartService charts;

    private UnitId renewal;

    @BeforeEach
    void aSmallYear() {
        cleaner.clear();
        clock.reset();
        SmallDistrict district = new SmallDistrict(dsl);
        district.year(YEAR);
        UnitId east = district.unit("东街道", "STREET");
        UnitId west = district.unit("西街道", "STREET");
        renewal = district.unit("更新科", "DEPARTMENT");
        UnitId land = district.unit("土地科", "DEPARTMENT");
        TargetId supply = district.target(YEAR, "TD", TargetKind.FLOW, land);
        PhaseId one = phase(
                "P1",
                "东片区",
                land,
                List.of(new Share(east, new BigDecimal("0.6"), 0), new Share(west, new BigDecimal("0.4"), 1)));
        PhaseId two = phase("P2", "西片区", renewal, List.of(new Share(west, BigDecimal.ONE, 0)));
        node(one, "方案", "2026-03-31", "2026-03-20", null, null);
        node(one, "出让", "2026-09-30", null, supply, "10");
        node(two, "立项", "2026-11-10", null, null, null);
        ledger.post(
                new NewRecognition(
                        one,
                        supply,
                        null,
                        "1",
                        LocalDate.of(2026, 5, 1),
                        new BigDecimal("3.2"),
                        null,
                        false,
                        "证1",
                        null,
                        null),
                how());
    }

    private PhaseId phase(String code, String name, UnitId lead, List<Share> shares) {
        return projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                code,
                                YEAR,
                                "一期",
                                name,
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                lead,
                                "钱局长",
                                "张三",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                shares,
                                1)),
                        how())
                .getFirst();
    }

    private void node(PhaseId phase, String name, String planned, String actual, TargetId target, String quantity) {
        projects.saveNodes(
                List.of(new NodeData(
                        null,
                        phase,
                        name,
                        LocalDate.parse(planned),
                        null,
                        actual == null ? null : LocalDate.parse(actual),
                        null,
                        null,
                        null,
                        null,
                        target,
                        quantity == null ? null : new BigDecimal(quantity),
                        false,
                        null,
                        1)),
                how());
    }

    private Recording how() {
        return new Recording(clock.now(), "test", YEAR, null);
    }

    private BattleChart chart(Grouping by, ChartFilter filter, AccessScope scope) {
        return charts.chart(YEAR, by, filter, AsOf.of(clock.today()), scope);
    }

    @Test
    void a_phase_in_two_streets_stands_under_both() {
        BattleChart chart = chart(Grouping.STREET, ChartFilter.NONE, AccessScope.everything());
        assertThat(chart.groups()).extracting(BattleChart.Group::name).containsExactly("东街道", "西街道");
        assertThat(chart.groups().get(1).rows())
                .extracting(BattleChart.Row::project)
                .containsExactly("P1", "P2");
    }

    @Test
    void the_light_of_a_row_is_the_worst_of_what_is_open() {
        BattleChart chart = chart(Grouping.DEPARTMENT, ChartFilter.NONE, AccessScope.everything());
        BattleChart.Row land = chart.groups().getFirst().rows().getFirst();
        assertThat(land.light()).isEqualTo(Light.RED);
        assertThat(land.marks()).extracting(BattleChart.Mark::done).containsExactly(true, false);
        assertThat(land.quantities()).extracting(BattleChart.Recognised::text).containsExactly("3.2/10 公顷");
    }

    @Test
    void what_was_recorded_later_is_not_in_the_chart_as_known_before() {
        BattleChart chart = charts.chart(
                YEAR,
                Grouping.TARGET,
                ChartFilter.NONE,
                new AsOf(clock.today(), clock.now().minusSeconds(60)),
                AccessScope.everything());
        assertThat(chart.groups().stream().flatMap(group -> group.rows().stream()))
                .allSatisfy(row -> assertThat(row.quantities()).isEmpty());
    }

    @Test
    void a_department_sees_what_it_leads() {
        BattleChart chart = chart(Grouping.DEPARTMENT, ChartFilter.NONE, AccessScope.of(Set.of(renewal), Set.of()));
        assertThat(chart.groups()).extracting(BattleChart.Group::name).containsExactly("更新科");
    }

    @Test
    void filters_limit_groups_and_rows() {
        ChartFilter red = new ChartFilter("东街道", null, null, Set.of(Light.RED), "方案");
        BattleChart chart = chart(Grouping.STREET, red, AccessScope.everything());
        assertThat(chart.groups()).extracting(BattleChart.Group::name).containsExactly("东街道");
        assertThat(chart.rowCount()).isEqualTo(1);
    }

    @Test
    void the_page_shows_the_chart_and_its_filters_are_in_the_address() {
        signIn(AccessScope.everything());
        UI.getCurrent().navigate("chart");
        assertThat($(Timeline.class).all()).hasSize(1);
        test($(Chip.class).all().stream()
                        .filter(chip ->
                                chip.getElement().getAttribute("aria-label").equals("按科室"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("chart?by=DEPARTMENT");
    }

    @Test
    void nothing_that_fits_is_said_in_a_sentence_and_an_address_that_says_nonsense_shows_all() {
        signIn(AccessScope.everything());
        UI.getCurrent().navigate("chart", QueryParameters.fromString("text=没有这个项目"));
        assertThat($(EmptyState.class).single().getElement().getTextRecursively())
                .contains("没有符合条件的项目");
        UI.getCurrent().navigate("chart", QueryParameters.fromString("year=x&by=y&asOf=z&light=w&knownAt=never"));
        assertThat($(Timeline.class).all()).hasSize(1);
    }

    private void signIn(AccessScope scope) {
        Role role = Role.BUREAU_LEADER;
        Caller caller = new Caller("test", "何局", Set.of(role), RolePermissions.of(Set.of(role)), scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(role.authority(), "MAY_READ")));
    }
}

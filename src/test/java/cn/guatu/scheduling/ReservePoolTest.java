package cn.guatu.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.project.Node;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.project.ProjectService;
import cn.guatu.scheduling.rule.Coverage;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Role;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** The reserve on a real server: pool, coverage, who could stand in, swaps (semantics §11). */
@GuatuTest
@Import(ScheduleYear.class)
class ReservePoolTest {

    @Autowired
    private ReservePool pool;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ScheduleYear year;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    private PhaseId inPlan;
    private PhaseId quick;
    private PhaseId slow;

    @BeforeEach
    void eightyHectaresWithTwentyEightPointNineInReserve() {
        database.clear();
        clock.reset();
        ScheduleYear.signIn(Role.ADMIN, AccessScope.everything());
        year.write();
        inPlan = year.phase("GX-01", "黄阁坑", PlanNature.PLANNED);
        year.node(inPlan, "土地出让", "2026-12-20", 10, "70");
        PhaseId tooLate = year.phase("GX-02", "南岭", PlanNature.PLANNED);
        year.node(tooLate, "土地出让", "2027-02-20", 10, "10");
        projects.savePredecessors(
                Map.of(
                        projects.nodes(tooLate).getFirst().id(),
                        Set.of(year.node(tooLate, "规划审批", "2026-12-31", 280, null))),
                year.how());
        quick = year.phase("CB-01", "水径", PlanNature.RESERVE);
        year.node(quick, "土地出让", "2026-12-25", 10, "20");
        slow = year.phase("CB-02", "石井", PlanNature.RESERVE);
        year.node(slow, "土地出让", "2026-12-25", 10, "8.9");
        projects.savePredecessors(
                Map.of(projects.nodes(slow).getFirst().id(), Set.of(year.node(slow, "规划审批", "2026-12-01", 280, null))),
                year.how());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void coverageAtFaceValueIsOneHundredAndThirtySixPerCent() {
        Coverage coverage = coverage();

        assertThat(coverage.atFaceValue()).isEqualByComparingTo("1.36125");
        // Nobody has judged: half of the reserve.
        assertThat(coverage.withProbability()).isEqualByComparingTo("1.180625");
    }

    @Test
    void whoComesInTimeStandsBeforeWhoDoesNot() {
        Simulation simulation = pool.simulate(2026, year.supply());

        assertThat(simulation.shortfall()).isEqualByComparingTo("10");
        assertThat(simulation.missing()).singleElement().satisfies(miss -> {
            assertThat(miss.phase().projectName()).isEqualTo("南岭");
            assertThat(miss.quantity()).isEqualByComparingTo("10");
        });
        assertThat(simulation.candidates())
                .extracting(each -> each.entry().phase().id())
                .containsExactly(quick, slow);
        assertThat(simulation.candidates())
                .extracting(Simulation.Candidate::inTime)
                .containsExactly(true, false);
        assertThat(simulation.candidates().getFirst().face()).isEqualByComparingTo("1.25");
        // 70 of the plan in time and 20 by a chance of one half.
        assertThat(simulation.candidates().getFirst().likely()).isEqualByComparingTo("1");
    }

    @Test
    void aSwapIsRecordedChangesTheNatureAndLeavesTheMissWhereItIs() {
        List<Node> missed = projects.nodes(inPlan);
        pool.swap(year.supply(), quick, inPlan, "黄阁坑签约滞后");

        assertThat(projects.phase(quick)).map(Phase::nature).contains(PlanNature.PLANNED);
        assertThat(projects.nodes(inPlan)).isEqualTo(missed);
        assertThat(projects.phase(inPlan)).map(Phase::nature).contains(PlanNature.PLANNED);
        assertThat(pool.swaps(2026)).singleElement().satisfies(swap -> {
            assertThat(swap.in()).isEqualTo(quick);
            assertThat(swap.out()).isEqualTo(inPlan);
            assertThat(swap.quantity()).isEqualByComparingTo("20");
            assertThat(swap.reason()).isEqualTo("黄阁坑签约滞后");
            assertThat(swap.actor()).isEqualTo("test");
        });
        assertThat(coverage().inPlan()).isEqualByComparingTo("100");
        assertThatThrownBy(() -> pool.swap(year.supply(), quick, null, "再来一次"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已在年度计划内");
    }

    @Test
    void aSwapNeedsAReason() {
        assertThatThrownBy(() -> pool.swap(year.supply(), quick, null, " "))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("原因");
        assertThat(projects.phase(quick)).map(Phase::nature).contains(PlanNature.RESERVE);
    }

    @Test
    void whoHasLeftThePoolCountsNoMore() {
        pool.place(quick, 0, PoolState.LEFT, BigDecimal.ZERO, "业主退出");

        assertThat(coverage().reserve()).isEqualByComparingTo("8.9");
    }

    @Test
    void theNatureFollowsThePlaceInThePool() {
        pool.place(quick, 0, PoolState.ALONGSIDE, new BigDecimal("0.8"), null);

        assertThat(projects.phase(quick)).map(Phase::nature).contains(PlanNature.EXTRA);
        assertThatThrownBy(() -> pool.place(quick, 7, PoolState.RESERVE, BigDecimal.ONE, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThatThrownBy(() -> pool.place(quick, 1, PoolState.RESERVE, new BigDecimal("1.2"), null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("100%");
    }

    @Test
    void onlyPlannersMoveTheReserve() {
        ScheduleYear.signIn(Role.OFFICER, AccessScope.of(Set.of(year.department()), Set.of()));

        assertThatThrownBy(() -> pool.swap(year.supply(), quick, null, "擅自")).isInstanceOf(AccessDeniedException.class);
    }

    private Coverage coverage() {
        return pool.coverage(2026).entrySet().stream()
                .filter(each -> each.getKey().id().equals(year.supply()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}

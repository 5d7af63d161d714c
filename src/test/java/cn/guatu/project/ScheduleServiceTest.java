package cn.guatu.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.PlanYearState;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Role;
import cn.guatu.security.RolePermissions;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Versions of schedules, pins, stops and the slip history on a real server (semantics §10). */
@GuatuTest
class ScheduleServiceTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 18);

    @Autowired
    private ProjectService projects;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private SlipHistory slips;

    @Autowired
    private RollupService rollup;

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DatabaseCleaner database;

    private UnitId renewal;
    private PhaseId phase;
    private NodeId first;
    private NodeId second;

    @BeforeEach
    void aPhaseWithTwoNodes() {
        database.clear();
        clock.reset();
        signIn(Role.ADMIN, AccessScope.everything());
        years.create(2026, PlanYearState.ACTIVE, how());
        List<UnitId> units = org.saveUnits(
                List.of(
                        new UnitData(null, "更新科", UnitKind.DEPARTMENT, null, 1),
                        new UnitData(null, "平湖街道", UnitKind.STREET, null, 2)),
                how());
        renewal = units.get(0);
        phase = projects.savePhases(
                        List.of(new PhaseData(
                                null,
                                "GX-01",
                                2026,
                                "一期",
                                "黄阁坑",
                                Category.RENEWAL,
                                PlanNature.PLANNED,
                                renewal,
                                null,
                                "林小满",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(new Share(units.get(1), BigDecimal.ONE, 1)),
                                1)),
                        how())
                .getFirst();
        List<NodeId> nodes =
                projects.saveNodes(List.of(node("规划审批", JUNE, 5, 1), node("土地出让", DECEMBER, 25, 2)), how());
        first = nodes.get(0);
        second = nodes.get(1);
        projects.savePredecessors(Map.of(second, Set.of(first)), how());
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theFirstReschedulingKeepsTheBaselineAndBothAreVersions() {
        move(first, JULY, "市里推迟批复");

        List<ScheduleVersion> versions = schedules.versions(phase);
        assertThat(versions).extracting(ScheduleVersion::number).containsExactly(2, 1);
        assertThat(versions.getFirst().reason()).isEqualTo("市里推迟批复");
        assertThat(versions.getFirst().moves()).containsExactly(new ScheduleVersion.Move(first, "规划审批", JUNE, JULY));
        assertThat(versions.getLast().kind()).isEqualTo(VersionKind.BASELINE);
        SchedulePlan plan = schedules.plan(2026);
        assertThat(plan.planned(first)).isEqualTo(JULY);
        assertThat(plan.baselines()).containsEntry(first, JUNE).containsEntry(second, DECEMBER);
    }

    @Test
    void aNewBaselineIsWhereTheDatesStandNow() {
        move(first, JULY, "市里推迟批复");
        clock.advance(Duration.ofMinutes(1));
        schedules.approveBaseline(phase, "专班会议纪要〔2026〕3号");

        assertThat(schedules.plan(2026).baselines()).containsEntry(first, JULY);
    }

    @Test
    void withoutAReasonNothingMoves() {
        assertThatThrownBy(() -> move(first, JULY, " "))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("原因");
        assertThat(schedules.plan(2026).planned(first)).isEqualTo(JUNE);
    }

    @Test
    void whoMovesANodeThatSomebodyElseHasChangedIsTold() {
        Rescheduling stale = new Rescheduling(List.of(new Rescheduling.Change(first, 1, JULY, null)));
        schedules.reschedule(phase, stale, "先改的人");
        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> schedules.reschedule(phase, stale, "后改的人"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(schedules.versions(phase)).hasSize(2);
    }

    @Test
    void onlyTheHeadOfTheLeadingDepartmentAndThePlannersReschedule() {
        signIn(Role.OFFICER, AccessScope.of(Set.of(renewal), Set.of()));
        assertThatThrownBy(() -> move(first, JULY, "自己改"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));

        signIn(Role.DEPARTMENT_HEAD, AccessScope.of(Set.of(renewal), Set.of()));
        move(first, JULY, "科室会商");
        assertThat(schedules.plan(2026).planned(first)).isEqualTo(JULY);
    }

    @Test
    void theSlipHistoryKnowsEveryMoveAlsoThoseThatWereMadeElsewhere() {
        move(first, JULY, "市里推迟批复");
        clock.advance(Duration.ofMinutes(1));
        Node node = projects.node(second).orElseThrow();
        projects.saveNodes(
                List.of(new Rescheduling.Change(second, 1, LocalDate.of(2026, 12, 25), null).applied(node)), how());

        List<Slip> found = slips.slips(2026, AccessScope.everything());

        assertThat(found).extracting(Slip::nodeName).containsExactly("土地出让", "规划审批");
        assertThat(found).extracting(Slip::workingDays).containsExactly(5, 23);
        assertThat(found).extracting(Slip::reason).containsExactly(null, "市里推迟批复");
        assertThat(found).extracting(Slip::owner).containsOnly("林小满");
        assertThat(slips.totals(2026, SlipHistory.By.UNIT, AccessScope.everything()))
                .containsExactly(new SlipTotal("更新科", 2, 28, 23, 0));
        assertThat(slips.slips(2026, AccessScope.of(Set.of(), Set.of()))).isEmpty();
    }

    @Test
    void theScheduleSaysTheInversionInASentence() {
        // 1 November: the first is overdue; from Monday the 2nd, 25 days after it end on 7 December or later.
        SchedulePlan plan = schedules.plan(2026).with(Map.of(second, LocalDate.of(2026, 11, 20)));

        assertThat(plan.inversionInWords()).startsWith("倒挂 ").contains("“土地出让”最早 2026-12-07", "要求的 2026-11-20");
        assertThat(plan.compression().cuts()).hasSize(1);
        assertThat(schedules.plan(2026).inversionInWords()).isEmpty();
    }

    @Test
    void pinsAndStopsBindTheSchedule() {
        schedules.bind(second, LocalDate.of(2026, 12, 10), 20);
        schedules.stopClock(new ClockStop(
                null, second, StopKind.PUBLICITY, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 20), "公示〔2026〕1号"));

        SchedulePlan plan = schedules.plan(2026);

        assertThat(plan.tasks().get(second).terms().pinned()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(plan.tasks().get(second).terms().least()).isEqualTo(20);
        assertThat(plan.tasks().get(second).terms().stops()).hasSize(1);
        // 25 days without the ten of the notice end on Monday 21 December instead of the 7th.
        assertThat(plan.outlook().ends().get(second)).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void aClockThatStandsIsNotStoppedAgainUntilItGoesOn() {
        LocalDate day = LocalDate.of(2026, 11, 9);
        schedules.stopClock(new ClockStop(null, second, StopKind.SUPPLEMENT, day, null, "补正〔2026〕2号"));
        ClockStop again = new ClockStop(null, second, StopKind.EXPERT_REVIEW, day.plusDays(2), null, "专家评审");
        assertThatThrownBy(() -> schedules.stopClock(again))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已经停计时（补正，自 2026-11-09 起未结束）");

        ClockStop standing = schedules.plan(2026).stops().get(second).getFirst();
        schedules.stopClock(new ClockStop(
                standing.id(), second, standing.kind(), standing.from(), day.plusDays(1), standing.reason()));
        schedules.stopClock(again);
        assertThat(schedules.plan(2026).stops().get(second)).hasSize(2);
    }

    @Test
    void theListOfNodesGoesByTheSamePinsAndStops() {
        schedules.bind(second, LocalDate.of(2026, 12, 10), null);
        schedules.stopClock(new ClockStop(
                null,
                second,
                StopKind.SUPPLEMENT,
                LocalDate.of(2026, 11, 9),
                LocalDate.of(2026, 11, 20),
                "补正〔2026〕2号"));

        NodeTimes times = schedules.plan(2026).times().get(second);
        NodeFigure figure = rollup.nodes(2026, NodeState.ALL, AsOf.of(clock.today()), AccessScope.everything()).stream()
                .filter(node -> node.id().equals(second))
                .findFirst()
                .orElseThrow();

        assertThat(figure.earliestStart()).isEqualTo(times.earliestStart());
        assertThat(figure.latestStart()).isEqualTo(times.latestStart());
        assertThat(figure.totalFloat()).isEqualTo(times.totalFloat());
        assertThat(times.latestFinish()).isEqualTo(LocalDate.of(2026, 12, 10));
    }

    private void move(NodeId node, LocalDate to, String reason) {
        int version = projects.node(node).orElseThrow().version();
        schedules.reschedule(
                phase, new Rescheduling(List.of(new Rescheduling.Change(node, version, to, null))), reason);
    }

    private NodeData node(String name, LocalDate planned, int days, int order) {
        return new NodeData(
                null, phase, name, planned, null, null, null, null, null, days, null, null, false, null, order);
    }

    private Recording how() {
        return new Recording(clock.now(), "test", 2026, null);
    }

    private static void signIn(Role role, AccessScope scope) {
        Caller caller = new Caller("test", "测试", Set.of(role), RolePermissions.of(Set.of(role)), scope, 1, "1");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller, null, AuthorityUtils.createAuthorityList(role.authority(), "MAY_READ")));
    }
}

package cn.guatu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.Revision;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The cycle of a month, its locks and its job (semantics §13, docs/decisions/0020). */
@GuatuTest
class MonthCycleTest {

    private static final String 督查 = "dc1";

    @Autowired
    private OrgService org;

    @Autowired
    private PlanYearService years;

    @Autowired
    private TargetService targets;

    @Autowired
    private ProjectService projects;

    @Autowired
    private LedgerService ledger;

    @Autowired
    private DatabaseCleaner database;

    @Autowired
    private FixedClock clock;

    @Autowired
    private MonthService service;

    @Autowired
    private PlanMonths months;

    @Autowired
    private AssessmentService assessment;

    @Autowired
    private MonthlyAssessment job;

    private MonthWorld world;
    private UnitId 更新科;
    private UnitId 平湖;
    private TargetId 供地;
    private PhaseId 一期;

    @BeforeEach
    void aDistrict() {
        world = new MonthWorld(org, years, targets, projects, ledger, database, clock);
        world.begin();
        更新科 = world.unit("更新科", UnitKind.DEPARTMENT);
        平湖 = world.unit("平湖街道", UnitKind.STREET);
        供地 = world.target("GH-01", TargetKind.FLOW, 更新科, "120");
        world.allocate(供地, 平湖, "120");
        world.allocate(供地, 更新科, "120");
        一期 = world.phase("LG05", 更新科, 平湖);
        clock.set(LocalDateTime.of(2026, 4, 3, 9, 0));
    }

    private StepTaken take(int month, MonthStep step) {
        world.how();
        return service.takeAs(督查, 2026, month, step, null, false);
    }

    private void publish(int month) {
        take(month, MonthStep.CUT_OFF);
        take(month, MonthStep.REVIEW);
        take(month, MonthStep.OBJECTION);
        take(month, MonthStep.PUBLISH);
    }

    @Test
    void aMonthGoesThroughItsStepsOneByOneAndEachStepOnce() {
        assertThat(months.state(2026, 3)).isEqualTo(MonthState.OPEN);
        assertThatThrownBy(() -> take(3, MonthStep.PUBLISH))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("下一步应为“截数”");
        assertThat(take(3, MonthStep.CUT_OFF).month().state()).isEqualTo(MonthState.CUT_OFF);
        assertThat(take(3, MonthStep.CUT_OFF).moved()).isFalse();
        assertThat(take(3, MonthStep.REVIEW).created()).isEqualTo(2);
        PlanMonth inWindow = take(3, MonthStep.OBJECTION).month();
        // 2026-04-03 is a Friday; 04-06 (清明) is off: the second working day is Wednesday.
        assertThat(inWindow.objectionUntil())
                .isEqualTo(LocalDate.of(2026, 4, 9).atStartOfDay(clock.zone()).toInstant());
        StepTaken published = take(3, MonthStep.PUBLISH);
        assertThat(published.month().state()).isEqualTo(MonthState.PUBLISHED);
        assertThat(published.created()).isEqualTo(1);
        assertThat(published.findings()).extracting(Finding::kind).contains("WINDOW_OPEN", "NOT_APPROVED");
        assertThat(take(3, MonthStep.PUBLISH).moved()).isFalse();
        assertThatThrownBy(() -> take(3, MonthStep.REVIEW)).hasMessageContaining("重新开启");
        assertThat(months.steps(2026, 3)).hasSize(4);
        assertThat(assessment.published(2026)).hasSize(1);
    }

    @Test
    void whoAsksStrictlyIsStoppedByTheChecklistUnlessHeSaysWhy() {
        take(3, MonthStep.CUT_OFF);
        take(3, MonthStep.REVIEW);
        take(3, MonthStep.OBJECTION);
        assertThatThrownBy(() -> service.takeAs(督查, 2026, 3, MonthStep.PUBLISH, null, true))
                .hasMessageContaining("异议期至2026-04-08")
                .hasMessageContaining("请说明理由");
        service.takeAs(督查, 2026, 3, MonthStep.PUBLISH, "区里要求4月3日通报", true);
        assertThat(months.steps(2026, 3).getLast().note()).isEqualTo("区里要求4月3日通报");
        assertThat(months.steps(2026, 3).getLast().findings()).contains("尚未届满");
    }

    @Test
    void thePublishedScoresStayWhateverComesLater() {
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        clock.set(LocalDateTime.of(2026, 4, 3, 10, 0));
        MonthResult draft = assessment.result(2026, 3).orElseThrow();
        assertThat(draft.publishedAt()).isNull();
        publish(3);
        Scorecard before = assessment.result(2026, 3).orElseThrow().scorecards().getFirst();
        assertThat(before.score()).isEqualByComparingTo("50");
        world.post(一期, 供地, LocalDate.of(2026, 3, 20), "15", "证2");
        MonthResult after = assessment.result(2026, 3).orElseThrow();
        assertThat(after.scorecards().getFirst()).isEqualTo(before);
        Snapshot snapshot = assessment.snapshot(2026, 3).orElseThrow();
        assertThat(snapshot.targets().getFirst().achieved()).isEqualByComparingTo("15");
        assertThat(snapshot.knownAt()).isEqualTo(after.publishedAt());
    }

    @Test
    void publishedAndLateAndCorrectedMakeWhatIsKnownNowForEveryKindOfTarget() {
        TargetId 存量 = world.target("CL-01", TargetKind.STOCK, 更新科, "200");
        TargetId 比率 = world.target("BL-01", TargetKind.RATIO, 更新科, "1");
        TargetId 里程碑 = world.target("LC-01", TargetKind.MILESTONE, 更新科, "10");
        TargetId 未报 = world.target("CL-02", TargetKind.STOCK, 更新科, "10");
        RecognitionId first = world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        RecognitionId second = world.post(一期, 供地, LocalDate.of(2026, 3, 11), "4.5", "证2");
        world.post(一期, 存量, LocalDate.of(2026, 3, 1), "80", "报表2月");
        world.post(一期, 比率, LocalDate.of(2026, 3, 1), "1", "3", "台账1");
        NodeId node = world.node(一期, "竣工", LocalDate.of(2026, 3, 20), null, 里程碑);
        world.node(一期, "开工", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 2, 20), 里程碑);
        publish(3);
        clock.set(LocalDateTime.of(2026, 4, 20, 9, 0));
        world.post(一期, 供地, LocalDate.of(2026, 3, 28), "2.25", "证3");
        world.post(一期, 供地, LocalDate.of(2026, 4, 2), "100", "证4");
        world.reverse(first);
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "14", "证1");
        world.reverse(second);
        world.post(一期, 存量, LocalDate.of(2026, 3, 31), "95", "报表3月");
        world.post(一期, 比率, LocalDate.of(2026, 3, 31), "2", "4", "台账2");
        world.complete(node, LocalDate.of(2026, 3, 19));
        world.post(一期, 未报, LocalDate.of(2026, 3, 31), "3", "报表");

        Map<String, BridgeRow> bridge = new HashMap<>();
        assessment.bridge(2026, 3).forEach(row -> bridge.put(row.targetCode(), row));
        expect(bridge, "GH-01", "19.5", "2.25", "-5.5", "16.25");
        expect(bridge, "CL-01", "80", "15", "0", "95");
        expect(bridge, "BL-01", "0.333333", "0.095238", "0", "0.428571");
        expect(bridge, "LC-01", "5", "5", "0", "10");
        expect(bridge, "CL-02", null, "3", "0", "3");
        assertThat(bridge.get("GH-01").rows()).hasSize(4);
        assertThat(bridge.get("GH-01").rows().stream()
                        .filter(Revision.Row::correction))
                .hasSize(3);
        assertThatThrownBy(() -> assessment.bridge(2026, 4)).hasMessageContaining("尚未发布");
    }

    private static void expect(
            Map<String, BridgeRow> bridge,
            String code,
            @Nullable String published,
            String late,
            String corrected,
            String now) {
        BridgeRow row = bridge.get(code);
        if (published == null) {
            assertThat(row.published()).as(code).isNull();
        } else {
            assertThat(row.published()).as(code).isEqualByComparingTo(published);
        }
        assertThat(row.late()).as(code).isEqualByComparingTo(late);
        assertThat(row.corrected()).as(code).isEqualByComparingTo(corrected);
        assertThat(row.now()).as(code).isEqualByComparingTo(now);
    }

    @Test
    void theJobDrawsEachDraftOnceAndBringsAMonthThatIsOverToReview() {
        JobResult first = job.run("2026-03", clock.now());
        assertThat(first).isEqualTo(new JobResult(2, 0));
        assertThat(months.state(2026, 3)).isEqualTo(MonthState.REVIEW);
        assertThat(job.run("2026-03", clock.now())).isEqualTo(new JobResult(0, 2));
        assertThat(job.run("2026-04", clock.now()).created()).isEqualTo(2);
        assertThat(months.state(2026, 4)).isEqualTo(MonthState.OPEN);
        assertThat(job.run("2031-04", clock.now())).isEqualTo(JobResult.NOTHING);
    }

    @Test
    void theJobIsDueFromTheThirdWorkingDayOfTheNextMonthOn() {
        assertThat(job.due(at(4, 2))).isEmpty();
        assertThat(job.due(at(4, 3))).containsExactly("2026-03");
        assertThat(job.due(at(4, 30))).containsExactly("2026-03");
        assertThat(job.settled("2026-03", at(3, 15), at(4, 3))).isFalse();
        assertThat(job.settled("2026-03", at(4, 3), at(4, 4))).isTrue();
        assertThat(job.periodOf(LocalDate.of(2026, 3, 31))).isEqualTo("2026-03");
    }

    private Instant at(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(9, 0).atZone(clock.zone()).toInstant();
    }
}

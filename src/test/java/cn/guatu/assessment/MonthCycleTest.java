package cn.guatu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.assessment.rule.RulePart;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.org.MonthState;
import cn.guatu.org.MonthStep;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.UnitData;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.schedule.JobResult;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Ask;
import cn.guatu.progress.LedgerService;
import cn.guatu.progress.RecognitionId;
import cn.guatu.progress.ReportService;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.Revision;
import cn.guatu.security.AccessScope;
import cn.guatu.security.Caller;
import cn.guatu.security.Permission;
import cn.guatu.supervision.DecisionData;
import cn.guatu.supervision.DecisionId;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.TargetService;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

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

    @Autowired
    private SnapshotVerifier verifier;

    @Autowired
    private ObjectionService objections;

    @Autowired
    private SteppingInService steppingIn;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private ReportService reports;

    @Autowired
    private RuleService rules;

    @Autowired
    private Faults faults;

    @Autowired
    private DSLContext sql;

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
        assertThat(bridge.get("GH-01").rows().stream().filter(Revision.Row::correction))
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
    void aDecreaseCannotTakeEffectInsideAClosedMonth() {
        publish(3);
        assertThatThrownBy(() -> world.version(供地, "100", LocalDate.of(2026, 1, 1), "下调"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessageContaining("2026-04-01");
        world.version(供地, "100", LocalDate.of(2026, 4, 1), "下调");
        world.version(供地, "130", LocalDate.of(2026, 2, 1), "上调");
        assertThat(assessment
                        .snapshot(2026, 3)
                        .orElseThrow()
                        .targets()
                        .getFirst()
                        .target())
                .isEqualByComparingTo("120");
    }

    @Test
    void anActualDateOfAClosedMonthStandsButMayComeLate() {
        NodeId done = world.node(一期, "开工", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 5), null);
        NodeId open = world.node(一期, "竣工", LocalDate.of(2026, 3, 20), null, null);
        publish(3);
        assertThatThrownBy(() -> world.complete(done, LocalDate.of(2026, 4, 1))).hasMessageContaining("2026年3月已发布并锁定");
        assertThatThrownBy(() -> world.complete(done, null)).hasMessageContaining("不能改写");
        world.complete(open, LocalDate.of(2026, 3, 19));
        assertThatThrownBy(() -> world.complete(open, LocalDate.of(2026, 3, 18)))
                .hasMessageContaining("不能改写");
    }

    @Test
    void aReopenedMonthIsOpenForOnePersonAndClosesByItself() {
        NodeId done = world.node(一期, "开工", LocalDate.of(2026, 2, 20), LocalDate.of(2026, 3, 5), null);
        publish(3);
        Instant expiry = clock.now().plus(Duration.ofHours(5));
        as("dc1", () -> service.reopen(2026, 3, new Reopening("录入员", "LG05 开工", "录错", expiry)));
        assertThat(months.state(2026, 3)).isEqualTo(MonthState.REOPENED);
        assertThat(months.lockedFor(2026, "别人")).containsKey(3);
        world.complete(done, LocalDate.of(2026, 3, 6));
        clock.set(expiry);
        assertThat(months.state(2026, 3)).isEqualTo(MonthState.PUBLISHED);
        assertThatThrownBy(() -> world.complete(done, LocalDate.of(2026, 3, 7))).hasMessageContaining("锁定");
        assertThat(assessment.bridge(2026, 3)).hasSize(1);
    }

    @Test
    void publishingAReopenedMonthAddsAnEditionAndTheFirstStays() {
        publish(3);
        as(
                "dc1",
                () -> service.reopen(
                        2026, 3, new Reopening("录入员", "全部", "补证", clock.now().plus(Duration.ofDays(1)))));
        world.post(一期, 供地, LocalDate.of(2026, 3, 20), "6", "证9");
        take(3, MonthStep.PUBLISH);
        assertThat(assessment.published(2026)).extracting(Published::edition).containsExactly(1, 2);
        assertThat(assessment
                        .snapshot(2026, 3, 1)
                        .orElseThrow()
                        .targets()
                        .getFirst()
                        .achieved())
                .isEqualByComparingTo("0");
        assertThat(assessment
                        .snapshot(2026, 3)
                        .orElseThrow()
                        .targets()
                        .getFirst()
                        .achieved())
                .isEqualByComparingTo("6");
        assertThat(verifier.verify().findings()).isEmpty();
    }

    @Test
    void verifyNamesWhatWasChanged() {
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        publish(2);
        publish(3);
        assertThat(verifier.verify()).isEqualTo(new SnapshotVerifier.Report(2, List.of()));
        sql.execute(
                "update month_snapshot_row set content = replace(content, '\"achieved\":15.000000', '\"achieved\":16.000000')"
                        + " where kind = 'TARGET' and row_key = 'GH-01'");
        SnapshotVerifier.Report report = verifier.verify();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.month()).isEqualTo(3);
            assertThat(finding.text())
                    .contains("指标“GH-01”")
                    .contains("achieved：15")
                    .contains("16");
        });
        sql.execute("delete from month_snapshot_row where kind = 'TARGET'");
        assertThat(verifier.verify().findings())
                .extracting(VerifyFinding::text)
                .anyMatch(text -> text.contains("缺指标“GH-01”"));
    }

    @Test
    void whereverAClosingDiesItIsDoneOnceAfterwards() {
        for (MonthStep step : List.of(MonthStep.CUT_OFF, MonthStep.REVIEW, MonthStep.OBJECTION, MonthStep.PUBLISH)) {
            faults.dieAt = step;
            assertThatThrownBy(() -> take(3, step)).hasMessage("killed");
            faults.dieAt = null;
            assertThat(take(3, step).moved()).isTrue();
            assertThat(take(3, step).moved()).isFalse();
        }
        assertThat(assessment.published(2026)).hasSize(1);
        assertThat(months.steps(2026, 3)).hasSize(4);
        assertThat(verifier.verify()).isEqualTo(new SnapshotVerifier.Report(1, List.of()));
    }

    /** Dies within the transaction of a step, after all of it was written. */
    @TestConfiguration
    static class Faults {

        @Nullable
        MonthStep dieAt;

        @EventListener
        void on(MonthMoved moved) {
            if (moved.step() == dieAt) {
                throw new IllegalStateException("killed");
            }
        }
    }

    @Test
    void anObjectionThatIsAcceptedChangesTheDraftVisibly() {
        for (int i = 1; i <= 4; i++) {
            world.node(一期, "节点" + i, LocalDate.of(2026, 3, i), i == 1 ? null : LocalDate.of(2026, 3, i), null);
        }
        take(3, MonthStep.CUT_OFF);
        take(3, MonthStep.REVIEW);
        Scorecard draft = card();
        ScorePart nodes = draft.parts().get(1);
        ScoreItem open = nodes.items().getFirst();
        assertThatThrownBy(() -> objections.raiseAs("kz1", 2026, 3, 更新科, nodes.name(), open.key(), "已完成"))
                .hasMessageContaining("不在异议期内");
        take(3, MonthStep.OBJECTION);
        long id = objections.raiseAs("kz1", 2026, 3, 更新科, nodes.name(), open.key(), "上级审批顺延");
        assertThatThrownBy(() -> objections.answer("dc1", id, 1, true, new BigDecimal("99"), "属实"))
                .hasMessageContaining("不超过失分");
        BigDecimal lost = open.possible().subtract(open.points());
        objections.answer("dc1", id, 1, true, lost, "属实");
        assertThatThrownBy(() -> objections.answer("dc1", id, 1, false, BigDecimal.ZERO, "再想想"))
                .hasMessageContaining("已被答复");
        ScorePart after = card().parts().get(1);
        assertThat(after.score()).isEqualByComparingTo(nodes.score().add(lost));
        assertThat(after.items().getLast().item()).startsWith("更正：");
        take(3, MonthStep.PUBLISH);
        assertThat(card().parts().get(1).score()).isEqualByComparingTo(after.score());
        assertThat(verifier.verify().findings()).isEmpty();
    }

    @Test
    void aReplayedDraftKnowsOfDecisionsAndReportsWhatWasKnownThen() {
        clock.set(LocalDateTime.of(2026, 3, 10, 9, 0));
        decisions.save(
                List.of(decision(null, DecisionStatus.IN_PROGRESS, 1), decision(null, DecisionStatus.IN_PROGRESS, 2)),
                world.how());
        Instant undecided = world.how().at();
        clock.set(LocalDateTime.of(2026, 3, 19, 9, 0));
        decisions.edit(decision(decisions.all(2026).getFirst().id(), DecisionStatus.CLOSED, 1), 1, world.how());
        clock.set(LocalDateTime.of(2026, 4, 3, 9, 0));
        Instant unasked = world.how().at();
        clock.set(LocalDateTime.of(2026, 4, 7, 9, 0));
        reports.ask(
                2026,
                ReportingWeek.containing(LocalDate.of(2026, 3, 18)),
                List.of(new Ask(一期, null, null, "到期")),
                world.how());
        assertThat(closedOnTime(null)).isEqualTo(1);
        assertThat(closedOnTime(unasked)).isEqualTo(1);
        assertThat(closedOnTime(undecided)).isZero();
        assertThat(missed(null)).isEqualTo(1);
        assertThat(missed(unasked)).isZero();
    }

    @Test
    void aReplayedDraftHasTheUnitsAndTheRulesOfThen() {
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        Scorecard before = street(null);
        Instant then = world.how().at();
        org.saveUnits(List.of(new UnitData(平湖, "平湖片区", UnitKind.STREET, null, 2)), world.how());
        as("dc1", () -> {
            RuleSet draft = rules.draftFrom(rules.active());
            world.how();
            rules.activate(draft.rules().version());
        });
        assertThat(street(null).unit()).isEqualTo("平湖片区");
        assertThat(street(null).score()).isEqualTo(before.score());
        assertThat(street(then)).isEqualTo(before);
        assertThat(assessment.result(2026, 3, then).ruleVersion()).isEqualTo(1);
        assertThat(assessment.result(2026, 3, null).ruleVersion()).isEqualTo(2);
    }

    private Scorecard street(@Nullable Instant knownAt) {
        return assessment.result(2026, 3, knownAt).scorecards().stream()
                .filter(each -> each.unitId().equals(平湖))
                .findFirst()
                .orElseThrow();
    }

    private DecisionData decision(@Nullable DecisionId id, DecisionStatus status, int place) {
        return new DecisionData(
                id,
                2026,
                LocalDate.of(2026, 3, 2),
                "事项" + place,
                更新科,
                null,
                LocalDate.of(2026, 3, 20),
                status,
                null,
                place);
    }

    private long closedOnTime(@Nullable Instant knownAt) {
        return items(knownAt, 2).stream()
                .filter(item -> item.reason().contains("按期"))
                .count();
    }

    private long missed(@Nullable Instant knownAt) {
        return items(knownAt, 3).stream()
                .filter(item -> item.key().startsWith("missed:"))
                .count();
    }

    private List<ScoreItem> items(@Nullable Instant knownAt, int part) {
        return assessment.result(2026, 3, knownAt).scorecards().stream()
                .filter(each -> each.unitId().equals(更新科))
                .findFirst()
                .orElseThrow()
                .parts()
                .get(part)
                .items();
    }

    @Test
    void whoSteppedInForAnotherUnitEarnsTheRulesPointsUntilItIsTakenBack() {
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        take(3, MonthStep.CUT_OFF);
        take(3, MonthStep.REVIEW);
        BigDecimal before = card().score();
        as("dc1", () -> {
            assertThatThrownBy(() -> steppingIn.add(2026, 3, 更新科, 更新科, LocalDate.of(2026, 3, 9), "协调", "纪要"))
                    .hasMessageContaining("不能相同");
            assertThatThrownBy(() -> steppingIn.add(2026, 3, 更新科, 平湖, LocalDate.of(2026, 4, 9), "协调", "纪要"))
                    .hasMessageContaining("须在2026年3月之内");
            steppingIn.add(2026, 3, 更新科, 平湖, LocalDate.of(2026, 3, 9), "完成签约动员", "专班纪要〔2026〕3号");
        });
        assertThat(card().score()).isEqualByComparingTo(before.add(BigDecimal.ONE));
        assertThat(card().parts().get(4).items())
                .anySatisfy(item -> assertThat(item.item()).isEqualTo("主动补位：代平湖街道：完成签约动员"));
        Instant given = world.how().at();
        world.how();
        as(
                "dc1",
                () -> steppingIn.takeBack(
                        2026, 3, steppingIn.of(2026, 3).getFirst().key()));
        assertThat(card().score()).isEqualByComparingTo(before);
        assertThat(assessment.result(2026, 3, given).scorecards().stream()
                        .filter(each -> each.unitId().equals(更新科))
                        .findFirst()
                        .orElseThrow()
                        .score())
                .isEqualByComparingTo(before.add(BigDecimal.ONE));
        take(3, MonthStep.OBJECTION);
        take(3, MonthStep.PUBLISH);
        as(
                "dc1",
                () -> assertThatThrownBy(() -> steppingIn.add(2026, 3, 更新科, 平湖, LocalDate.of(2026, 3, 9), "协调", "纪要"))
                        .hasMessageContaining("已发布"));
    }

    @Test
    void aNodeThatIsMadeGoodTurnsYellowBesideThePublishedRed() {
        NodeId late = world.node(一期, "竣工", LocalDate.of(2026, 2, 2), null, null);
        NodeId open = world.node(一期, "备案", LocalDate.of(2026, 2, 3), null, null);
        publish(3);
        assertThat(assessment.lightChanges(2026, 3, AccessScope.everything())).isEmpty();
        clock.set(LocalDateTime.of(2026, 4, 20, 9, 0));
        world.complete(late, LocalDate.of(2026, 4, 10));
        List<LightChange> changes = assessment.lightChanges(2026, 3, AccessScope.everything());
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().published()).isEqualTo(Light.RED);
        assertThat(changes.getFirst().counted()).isEqualTo(Light.YELLOW);
        assertThat(changes.getFirst().knownReason()).contains("后登记2026-04-10完成");
        assertThat(assessment.snapshot(2026, 3).orElseThrow().nodes())
                .filteredOn(node -> node.id().equals(late) || node.id().equals(open))
                .allMatch(node -> node.light() == Light.RED);
    }

    private Scorecard card() {
        return assessment.result(2026, 3).orElseThrow().scorecards().stream()
                .filter(each -> each.unitId().equals(更新科))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rulesAreDraftedTriedOnPublishedMonthsAndPutIntoUseWhenNothingIsWrong() {
        world.post(一期, 供地, LocalDate.of(2026, 3, 10), "15", "证1");
        publish(3);
        as("dc1", () -> {
            RuleSet draft = rules.draftFrom(rules.active());
            List<RulePart> parts = new ArrayList<>(draft.rules().parts());
            RulePart progress = parts.getFirst();
            parts.set(0, new RulePart(progress.name(), progress.kind(), new BigDecimal("40"), 1, progress.rules()));
            rules.saveDraft(new ScoreRules(2, "试", parts), 1);
            assertThatThrownBy(() -> rules.activate(2)).hasMessageContaining("合计应为 100，现为 90");
            assertThatThrownBy(() -> rules.saveDraft(draft.rules(), 1)).hasMessageContaining("没有保存");
            rules.saveDraft(new ScoreRules(2, "试", draft.rules().parts()), 2);
            assertThat(rules.dryRun(rules.versions().getFirst().rules()))
                    .hasSize(2)
                    .noneMatch(DryRunRow::isMoved);
            rules.activate(2);
        });
        assertThat(rules.active().version()).isEqualTo(2);
        assertThat(assessment.result(2026, 3).orElseThrow().ruleVersion()).isEqualTo(1);
        assertThat(assessment.result(2026, 4).orElseThrow().ruleVersion()).isEqualTo(2);
    }

    private void as(String account, Runnable work) {
        Caller caller = new Caller(
                account, account, Set.of(), EnumSet.allOf(Permission.class), AccessScope.everything(), 1, "");
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        caller,
                        "",
                        EnumSet.allOf(Permission.class).stream()
                                .map(each -> new SimpleGrantedAuthority(each.authority()))
                                .toList()));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
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

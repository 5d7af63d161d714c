package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NOTICE;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER;
import static cn.guatu.jooq.Tables.SUPERVISION_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.guatu.notification.Raised;
import cn.guatu.org.PersonId;
import cn.guatu.platform.schedule.JobReport;
import cn.guatu.platform.schedule.JobRun;
import cn.guatu.platform.schedule.PeriodicWork;
import cn.guatu.platform.schedule.PeriodicWorks;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.Claim;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportKey;
import cn.guatu.progress.ReportService;
import cn.guatu.progress.Submission;
import cn.guatu.project.NodeId;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** semantics §12 and quality.md, "Exactly once", on a real server. The week is 2026-W24: Monday 8 June to Sunday 14 June. */
@GuatuTest
@Import({SupervisedDistrict.class, WeeklySupervisionTest.Dying.class})
class WeeklySupervisionTest {

    private static final ReportingWeek W24 = ReportingWeek.of(2026, 24);

    @Autowired
    private SupervisedDistrict district;

    @Autowired
    private PeriodicWorks works;

    @Autowired
    private SupervisionService supervision;

    @Autowired
    private ReportService reports;

    @Autowired
    private Dying dying;

    @Autowired
    private FixedClock clock;

    @Autowired
    private DSLContext sql;

    private NodeId soon;
    private NodeId late;
    private NodeId veryLate;

    @BeforeEach
    void mondayMorning() {
        clock.set(LocalDateTime.of(2026, 6, 8, 8, 0));
        dying.times.set(0);
        district.begin();
        soon = district.node("方案设计核查", LocalDate.of(2026, 6, 18));
        late = district.node("土地及建筑物信息核查", LocalDate.of(2026, 6, 4));
        veryLate = district.node("实施主体确认", LocalDate.of(2026, 4, 30));
        district.node("竣工验收", LocalDate.of(2026, 12, 20));
    }

    @Test
    void onlyWhatCanHaveMovedIsAskedFor() {
        catchUp();

        assertThat(reports.items(2026, W24, W24))
                .extracting(ReportItem::node)
                .as("due within 14 days; the one late since April and the one of December cannot have moved")
                .containsExactlyInAnyOrder(soon, late);
    }

    @Test
    void eachNodeTakesTheStepOfItsLight() {
        catchUp();

        assertThat(steps())
                .extracting(SupervisionStep::node, SupervisionStep::level, SupervisionStep::to)
                .containsExactlyInAnyOrder(
                        tuple(soon, LadderLevel.DUE_SOON, "王责任"),
                        tuple(late, LadderLevel.OVERDUE, "王责任、李科长"),
                        tuple(veryLate, LadderLevel.ORDER, "李科长、赵局长"));
    }

    @Test
    void runningAgainFindsEverythingDone() {
        JobReport first = works.run("weekly-supervision", clock.today(), "tester");
        JobReport again = works.run("weekly-supervision", clock.today(), "tester");

        assertThat(first).isEqualTo(new JobReport("weekly-supervision", "2026-W24", 3, 0));
        assertThat(again).isEqualTo(new JobReport("weekly-supervision", "2026-W24", 0, 3));
        assertThat(sql.fetchCount(SUPERVISION_ORDER)).isOne();
    }

    @Test
    void aSilentItemClimbsTheLadderThroughTheWeek() {
        catchUp();
        at(LocalDateTime.of(2026, 6, 10, 9, 0));
        at(LocalDateTime.of(2026, 6, 11, 17, 0));
        at(LocalDateTime.of(2026, 6, 12, 12, 0));

        assertThat(steps())
                .filteredOn(step -> step.rule() == LadderRule.REPORT && late.equals(step.node()))
                .extracting(SupervisionStep::level)
                .containsExactlyInAnyOrder(LadderLevel.DUE_SOON, LadderLevel.UNREPORTED, LadderLevel.OVERDUE);
    }

    @Test
    void whoHasReportedIsLeftInPeace() {
        catchUp();
        district.asHead()
                .does(() -> reports.submit(new Submission(new ReportKey(W24, district.phase, late), noChange(), null)));
        at(LocalDateTime.of(2026, 6, 12, 12, 0));

        assertThat(steps())
                .filteredOn(step -> step.rule() == LadderRule.REPORT)
                .extracting(SupervisionStep::node)
                .containsOnly(soon);
    }

    @Test
    void oneDigestAPersonAndWeek() {
        catchUp();

        assertThat(titles(district.officer)).containsExactly("第24周：请填报 2 项，临期提醒 1 项，逾期 1 项");
        assertThat(titles(district.head)).containsExactlyInAnyOrder("第24周：逾期 1 项", "收到督〔2026〕1号：平湖更新单元 一期 · 实施主体确认");
        assertThat(titles(district.leader)).containsExactly("收到督〔2026〕1号：平湖更新单元 一期 · 实施主体确认");
    }

    @Test
    void peopleReadNamesAndNotCodes() {
        catchUp();

        assertThat(sql.select(NOTICE.BODY).from(NOTICE).fetch(NOTICE.BODY))
                .allSatisfy(body -> assertThat(body).contains("平湖更新单元 一期 · ").doesNotContain("GX-01"));
        assertThat(steps()).extracting(SupervisionStep::subject).contains("GX-01/一期/实施主体确认");
    }

    @Test
    void whoTookOverAnItemIsRemindedOfIt() {
        catchUp();
        sql.update(NODE)
                .set(NODE.OWNER_NAME, "李科长")
                .set(NODE.OWNER_ID, district.head.value())
                .where(NODE.ID.eq(soon.value()))
                .execute();
        at(LocalDateTime.of(2026, 6, 10, 9, 0));

        assertThat(steps())
                .filteredOn(step -> step.rule() == LadderRule.REPORT && soon.equals(step.node()))
                .extracting(SupervisionStep::to)
                .containsExactly("李科长");
        assertThat(titles(district.head)).last().isEqualTo("临期提醒 1 项");
    }

    @Test
    void ordersOfOneRunAreToldOfTogether() {
        district.node("计划立项", LocalDate.of(2026, 3, 20));
        district.node("规划审批", LocalDate.of(2026, 4, 10));
        catchUp();

        assertThat(sql.fetchCount(SUPERVISION_ORDER)).isEqualTo(3);
        assertThat(titles(district.leader)).containsExactly("收到督办单 3 张");
        assertThat(titles(district.head)).containsExactlyInAnyOrder("第24周：逾期 1 项", "收到督办单 3 张");
    }

    @Test
    void afterThreeWeeksOffThreePeriodsAreAccountedForAndPeopleGetOneDigest() {
        catchUp();
        int told = titles(district.officer).size();

        at(LocalDateTime.of(2026, 7, 2, 18, 0));

        assertThat(works.runs("weekly-supervision", 9))
                .extracting(JobRun::period)
                .containsExactly("2026-W27", "2026-W26", "2026-W25", "2026-W24");
        assertThat(supervised(ReportingWeek.of(2026, 25)))
                .isNotEmpty()
                .extracting(SupervisionStep::state)
                .containsOnly(StepState.RECORDED);
        assertThat(titles(district.officer)).hasSize(told + 1);
        assertThat(titles(district.officer).getLast()).startsWith("第27周：").contains("停机期间补记");
        assertThat(reports.items(2026, ReportingWeek.of(2026, 25), ReportingWeek.of(2026, 27)))
                .as("nobody is asked for a week that he could not report on")
                .isEmpty();
        assertThat(sql.fetchCount(SUPERVISION_ORDER))
                .as("no orders for the past")
                .isLessThanOrEqualTo(3);
    }

    @Test
    void dyingHalfWayLeavesNothingHalfDoneAndTheNextRunDoesItOnce() {
        dying.times.set(1);
        assertThatThrownBy(() -> works.run("weekly-supervision", clock.today(), "tester"))
                .hasMessageContaining("killed");
        assertThat(sql.fetchCount(SUPERVISION_STEP)).isZero();
        assertThat(sql.fetchCount(SUPERVISION_ORDER)).isZero();
        assertThat(sql.fetchCount(NOTICE)).isZero();

        assertThat(works.run("weekly-supervision", clock.today(), "tester").created())
                .isEqualTo(3);
        assertThat(sql.fetchSingle("select last_number from order_number").get(0))
                .isEqualTo(1);
    }

    @Test
    void twoAtOnceTakeEachStepOnce() throws Exception {
        List<Future<JobReport>> answers;
        try (var people = Executors.newFixedThreadPool(4)) {
            answers = people.invokeAll(IntStream.range(0, 4)
                    .<Callable<JobReport>>mapToObj(
                            each -> () -> works.run("weekly-supervision", LocalDate.of(2026, 6, 8), "tester"))
                    .toList());
        }
        int created = 0;
        for (Future<JobReport> answer : answers) {
            created += answer.get().created();
        }

        assertThat(created).isEqualTo(3).isEqualTo(sql.fetchCount(SUPERVISION_STEP));
        assertThat(titles(district.officer)).hasSize(1);
    }

    @Test
    void aDateOfThePastIsActedForAndNobodyIsTold() {
        clock.set(LocalDateTime.of(2026, 11, 22, 14, 0));

        JobReport then = works.run("weekly-supervision", LocalDate.of(2026, 6, 8), "tester");
        JobReport friday = works.run("weekly-supervision", LocalDate.of(2026, 6, 12), "tester");

        assertThat(then.created()).isEqualTo(3);
        assertThat(friday.created() + friday.skipped()).isEqualTo(3);
        assertThat(steps()).extracting(SupervisionStep::state).containsOnly(StepState.RECORDED);
        assertThat(sql.fetchCount(NOTICE)).isZero();
    }

    @Test
    void aYearThatDoesNotExistHasNothingToDo() {
        assertThat(works.run("weekly-supervision", LocalDate.of(2031, 6, 12), "tester"))
                .isEqualTo(new JobReport("weekly-supervision", "2031-W24", 0, 0));
    }

    @Test
    void aStepIsSettledWhenTheNodeIsDoneAndOthersSeeOnlyTheirs() {
        catchUp();
        district.complete(late, LocalDate.of(2026, 6, 8));

        assertThat(steps())
                .filteredOn(step -> late.equals(step.node()))
                .extracting(SupervisionStep::state)
                .containsOnly(StepState.SETTLED);
        var stranger = SignedIn.liaison(district.renewal, "ll9");
        assertThat(stranger.does(() -> supervision.steps(2026, W24))).isEmpty();
    }

    private void at(LocalDateTime local) {
        clock.set(local);
        catchUp();
    }

    private void catchUp() {
        PeriodicWork work = works.find("weekly-supervision").orElseThrow();
        works.catchUp(work);
    }

    private List<SupervisionStep> steps() {
        return supervised(W24);
    }

    private List<SupervisionStep> supervised(ReportingWeek week) {
        return district.asSupervisor().does(() -> supervision.steps(2026, week));
    }

    private List<String> titles(PersonId person) {
        return sql.select(NOTICE.TITLE)
                .from(NOTICE)
                .where(NOTICE.PERSON_ID.eq(person.value()))
                .orderBy(NOTICE.ID)
                .fetch(NOTICE.TITLE);
    }

    private static Claim noChange() {
        return new Claim(null, null, null, null, null, null, null, null, null, true);
    }

    /** Somebody who pulls the plug in the middle of the transaction, as often as he is told to. */
    static class Dying {

        private final AtomicInteger times = new AtomicInteger();

        @EventListener
        void raised(Raised notices) {
            if (times.getAndDecrement() > 0) {
                throw new IllegalStateException("killed");
            }
        }
    }
}

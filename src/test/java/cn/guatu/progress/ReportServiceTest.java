package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.Role;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SignedIn;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Semantics §2 and §12 on a real server: who reports what and when, and that there is one report of an item. */
@GuatuTest
class ReportServiceTest {

    private static final ReportingWeek W24 = ReportingWeek.of(2026, 24);

    @Autowired
    ReportService reports;

    @Autowired
    LedgerService ledger;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    @Autowired
    RetryingTransactions transactions;

    private UnitId 更新科;
    private UnitId 整备科;
    private UnitId 甲;
    private TargetId 供地;
    private PhaseId P;
    private NodeId 出让;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.set(LocalDateTime.of(2026, 6, 10, 9, 0));
        SmallDistrict world = new SmallDistrict(dsl);
        world.year(2026);
        更新科 = world.unit("更新科", "DEPARTMENT");
        整备科 = world.unit("整备科", "DEPARTMENT");
        甲 = world.unit("甲街道", "STREET");
        供地 = world.target(2026, "GH-01", TargetKind.FLOW, 更新科);
        P = world.phase(2026, "LG05", 更新科);
        world.share(P, 甲, "1", 0);
        出让 = world.node(P, "土地出让合同");
        dsl.update(Tables.NODE)
                .set(Tables.NODE.TARGET_ID, 供地.value())
                .set(Tables.NODE.QUANTITY, new BigDecimal("3.2"))
                .execute();
    }

    @Test
    void asking_twice_asks_once() {
        List<Ask> asks = List.of(new Ask(P, 出让, null, "6月30日到期"), new Ask(P, null, null, "本周有变化"));

        assertThat(reports.ask(2026, W24, asks, system())).isEqualTo(2);
        assertThat(reports.ask(2026, W24, asks, system())).isZero();
        assertThat(reports.items(2026, W24, W24)).hasSize(2).allSatisfy(item -> {
            assertThat(item.state()).isEqualTo(ReportState.NOT_REPORTED);
            assertThat(item.department()).isEqualTo(更新科);
            assertThat(item.streets()).containsExactly(甲);
            assertThat(item.asked()).isTrue();
        });
    }

    @Test
    void a_report_is_kept_and_its_item_is_reported() {
        reports.ask(2026, W24, List.of(new Ask(P, 出让, null, "到期")), system());

        WeeklyReport report = officer().does(() -> reports.submit(first(claim("1.5"))));

        assertThat(report.state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(report.version()).isEqualTo(1);
        assertThat(report.target()).isEqualTo(供地);
        assertThat(reports.items(2026, W24, W24)).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo(ReportState.SUBMITTED);
            assertThat(item.claimed()).isEqualByComparingTo("1.5");
            assertThat(item.recognised()).isNull();
            assertThat(item.submittedAt()).isEqualTo(clock.now());
        });
        assertThat(ledger.rows(2026)).as("a claim recognises nothing").isEmpty();
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        WeeklyReport once = officer().does(() -> reports.submit(first(claim("1.5"))));
        WeeklyReport again = officer().does(() -> reports.submit(first(claim("1.50"))));

        assertThat(again).isEqualTo(once);
        assertThat(officer().does(() -> reports.timeline(item()))).hasSize(1);
    }

    @Test
    void who_reports_on_an_old_version_gets_what_is_there_now() {
        officer().does(() -> reports.submit(first(claim("1.5"))));

        assertThatThrownBy(() -> head().does(() -> reports.submit(first(claim("2")))))
                .isInstanceOfSatisfying(StaleReport.class, stale -> {
                    assertThat(stale.current().submittedBy()).isEqualTo("zr1");
                    assertThat(stale.current().version()).isEqualTo(1);
                });
        WeeklyReport merged = head().does(() -> reports.submit(new Submission(item(), claim("2"), 1)));
        assertThat(merged.version()).isEqualTo(2);
    }

    @Test
    void a_lower_cumulative_value_asks_for_a_reason() {
        ledger.post(
                new NewRecognition(P, 供地, 出让, null, clock.today(), new BigDecimal("3"), null, false, "一号", null, null),
                system());

        assertRefused(first(claim("2")), Refusal.Kind.INADMISSIBLE, "低于已确认的 3 公顷，请说明原因");
        Claim explained = new Claim(new BigDecimal("2"), null, null, null, "面积更正", "更正", null, null, null, false);
        assertThat(officer()
                        .does(() -> reports.submit(first(explained)))
                        .claim()
                        .reason())
                .isEqualTo("面积更正");
    }

    @Test
    void a_closed_week_is_refused_with_whom_to_ask_until_it_is_opened_again() {
        clock.set(LocalDateTime.of(2026, 6, 12, 12, 0));

        assertRefused(first(claim("1")), Refusal.Kind.INADMISSIBLE, "本周填报已于周五12:00截止,请联系督查专员重新开启。");

        SignedIn.everywhere(Role.SUPERVISOR, "dc1").does(() -> reports.reopen(item(), "领导要求补报"));
        assertThat(officer().does(() -> reports.submit(first(claim("1")))).version())
                .isEqualTo(1);
        assertThat(officer().does(() -> reports.timeline(item())))
                .extracting(ReportStep::action)
                .containsExactly(StepAction.SUBMITTED, StepAction.REOPENED);

        clock.set(LocalDateTime.of(2026, 6, 15, 18, 0));
        assertRefused(new Submission(item(), claim("1.2"), 1), Refusal.Kind.INADMISSIBLE, "2026年第24周填报已于周五12:00截止");
    }

    @Test
    void a_week_to_come_is_refused_until_the_one_before_has_closed() {
        ReportKey next = item().in(W24.next());

        assertRefused(new Submission(next, claim("1"), 0), Refusal.Kind.INADMISSIBLE, "尚未开始填报");
        clock.set(LocalDateTime.of(2026, 6, 13, 9, 0));
        assertThat(officer()
                        .does(() -> reports.submit(new Submission(next, claim("1"), 0)))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void only_who_answers_the_street_and_the_head_report() {
        SignedIn.liaison(甲, "ll1").does(() -> reports.submit(first(claim("1"))));
        assertThatThrownBy(() -> SignedIn.in(整备科, Role.OFFICER, "zr9", 9).does(() -> reports.submit(first(claim("1")))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        dsl.insertInto(Tables.PERSON)
                .set(Tables.PERSON.NAME, "李四")
                .set(Tables.PERSON.NAME_KEY, "李四")
                .set(Tables.PERSON.IDENTITY_KEY, "n:李四@1")
                .set(Tables.PERSON.UNIT_ID, 更新科.value())
                .execute();
        dsl.update(Tables.PHASE)
                .set(Tables.PHASE.OWNER_ID, dsl.select(Tables.PERSON.ID).from(Tables.PERSON))
                .execute();
        assertRefused(new Submission(item(), claim("1"), 1), Refusal.Kind.FORBIDDEN, "不由您填报");
    }

    @Test
    void a_report_may_be_taken_back_until_it_is_reviewed() {
        officer().does(() -> reports.submit(new Submission(item(), Claim.nothingMoved(), 0)));

        WeeklyReport draft = officer().does(() -> reports.withdraw(item(), 1));

        assertThat(draft.state()).isEqualTo(ReportState.DRAFT);
        assertThat(officer()
                        .does(() -> reports.submit(new Submission(item(), claim("1"), 2)))
                        .state())
                .isEqualTo(ReportState.SUBMITTED);
    }

    @Test
    void two_threads_on_one_item_make_one_report_and_one_of_them_is_told() throws Exception {
        for (int round = 0; round < 10; round++) {
            ReportKey item = item();
            dsl.deleteFrom(Tables.WEEKLY_REPORT).execute();
            List<Callable<WeeklyReport>> both = List.of(
                    () -> officer().does(() -> reports.submit(new Submission(item, claim("1"), 0))),
                    () -> head().does(() -> reports.submit(new Submission(item, claim("2"), 0))));
            assertThat(outcomes(both)).containsExactlyInAnyOrder("kept", "StaleReport");
            assertThat(dsl.fetchCount(Tables.WEEKLY_REPORT)).isEqualTo(1);
        }
    }

    @Test
    void who_says_no_version_replaces_his_own_report_but_not_one_that_came_in_meanwhile() throws Exception {
        officer().does(() -> reports.submit(new Submission(item(), claim("1"), null)));
        WeeklyReport second = officer().does(() -> reports.submit(new Submission(item(), claim("1.5"), null)));
        assertThat(second.version()).isEqualTo(2);
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<WeeklyReport> late = transactions.execute(() -> {
                officer().does(() -> reports.submit(new Submission(item(), claim("2"), null)));
                Future<WeeklyReport> other = thread.submit(() ->
                        officer().does(() -> reports.submit(new Submission(item(), claim("2.5"), null))));
                waitsForTheReport();
                return other;
            });
            assertThatThrownBy(late::get).hasCauseInstanceOf(StaleReport.class);
        }
        assertThat(officer()
                        .does(() -> reports.report(item()))
                        .orElseThrow()
                        .claim()
                        .cumulative())
                .isEqualByComparingTo("2");
    }

    private void waitsForTheReport() {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (dsl.fetchCount(
                        DSL.table("information_schema.processlist"),
                        DSL.condition("info like '%weekly_report%for update'"))
                == 0) {
            assertThat(System.nanoTime()).as("the other one waits").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_double_click_makes_one_report_and_both_clicks_are_answered() throws Exception {
        for (int round = 0; round < 10; round++) {
            dsl.deleteFrom(Tables.WEEKLY_REPORT).execute();
            dsl.deleteFrom(Tables.REPORT_STEP).execute();
            Callable<WeeklyReport> click = () -> officer().does(() -> reports.submit(first(claim("1"))));

            assertThat(outcomes(List.of(click, click, click))).containsOnly("kept");
            assertThat(dsl.fetchCount(Tables.WEEKLY_REPORT)).isEqualTo(1);
            assertThat(dsl.fetchCount(Tables.REPORT_STEP)).isEqualTo(1);
        }
    }

    private static List<String> outcomes(List<Callable<WeeklyReport>> work) throws Exception {
        List<String> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<WeeklyReport> each : threads.invokeAll(work)) {
                try {
                    each.get();
                    outcomes.add("kept");
                } catch (java.util.concurrent.ExecutionException e) {
                    outcomes.add(e.getCause().getClass().getSimpleName());
                }
            }
        }
        return outcomes;
    }

    private void assertRefused(Submission submission, Refusal.Kind kind, String sentence) {
        assertThatThrownBy(() -> officer().does(() -> reports.submit(submission)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(kind);
                    assertThat(refusal.sentence()).contains(sentence);
                });
    }

    private Submission first(Claim claim) {
        return new Submission(item(), claim, 0);
    }

    private ReportKey item() {
        return new ReportKey(W24, P, 出让);
    }

    private static Claim claim(@Nullable String cumulative) {
        return new Claim(
                cumulative == null ? null : new BigDecimal(cumulative),
                null,
                null,
                null,
                null,
                "已签订意向",
                "签订合同",
                null,
                null,
                false);
    }

    private SignedIn officer() {
        return SignedIn.in(更新科, Role.OFFICER, "zr1", 1);
    }

    private SignedIn head() {
        return SignedIn.in(更新科, Role.DEPARTMENT_HEAD, "kz1", 2);
    }

    private Recording system() {
        return new Recording(clock.now(), "系统·每周督办", 2026, null);
    }
}

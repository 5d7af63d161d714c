package cn.guatu.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.guatu.jooq.Tables;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.testing.DatabaseCleaner;
import cn.guatu.testing.FixedClock;
import cn.guatu.testing.GuatuTest;
import cn.guatu.testing.SmallDistrict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Semantics §2 and §9 on a real server: what the ledger takes, what it refuses, and what the totals say afterwards. */
@GuatuTest
class LedgerServiceTest {

    private static final LocalDate MARCH_5 = LocalDate.of(2026, 3, 5);

    @Autowired
    LedgerService ledger;

    @Autowired
    RetryingTransactions transactions;

    @Autowired
    DatabaseCleaner cleaner;

    @Autowired
    FixedClock clock;

    @Autowired
    DSLContext dsl;

    private SmallDistrict world;
    private UnitId 更新科;
    private UnitId 整备科;
    private UnitId 甲;
    private UnitId 乙;
    private TargetId 供地;
    private PhaseId P;

    @BeforeEach
    void a_district() {
        cleaner.clear();
        clock.reset();
        world = new SmallDistrict(dsl);
        world.year(2026);
        world.year(2025);
        更新科 = world.unit("更新科", "DEPARTMENT");
        整备科 = world.unit("整备科", "DEPARTMENT");
        甲 = world.unit("甲街道", "STREET");
        乙 = world.unit("乙街道", "STREET");
        供地 = world.target(2026, "GH-01", TargetKind.FLOW, 更新科);
        P = world.phase(2026, "LG05", 更新科);
        world.share(P, 甲, "0.6", 0);
        world.share(P, 乙, "0.4", 1);
    }

    @Test
    void a_row_is_kept_with_the_shares_of_its_day_and_counted_in_its_month() {
        RecognitionId id = ledger.post(row("10", "深土〔2026〕1号"), how());

        assertThat(ledger.find(id)).get().satisfies(kept -> {
            assertThat(kept.quantity()).isEqualByComparingTo("10");
            assertThat(kept.recordedBy()).isEqualTo("tester");
            assertThat(kept.recordedAt()).isEqualTo(clock.now());
            assertThat(kept.stands()).isTrue();
        });
        assertThat(world.totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        cell(供地, 甲, 更新科, "2026-03-01"), "6.000000|0.000000",
                        cell(供地, 乙, 更新科, "2026-03-01"), "4.000000|0.000000"));
    }

    @Test
    void shares_that_change_later_leave_earlier_rows_alone() {
        world.share(P, LocalDate.of(2026, 7, 1), 乙, "1", 0);

        ledger.post(at("10", "一号", LocalDate.of(2026, 6, 30)), how());
        ledger.post(at("5", "二号", LocalDate.of(2026, 7, 1)), how());

        assertThat(world.totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        cell(供地, 甲, 更新科, "2026-06-01"), "6.000000|0.000000",
                        cell(供地, 乙, 更新科, "2026-06-01"), "4.000000|0.000000",
                        cell(供地, 乙, 更新科, "2026-07-01"), "5.000000|0.000000"));
    }

    @Test
    void the_same_batch_is_recognised_once() {
        ledger.post(batch("3.2", "第一批", "甲号"), how());

        assertRefused(
                () -> ledger.post(batch("3.2", " 第一 批", "乙号"), how()),
                Refusal.Kind.CONFLICT,
                "已按批次“ 第一 批”计入 3.2 公顷（2026-03-05，第 ");
    }

    @Test
    void without_a_batch_the_evidence_stands_for_it() {
        ledger.post(row("3.2", "深土(2026)1号"), how());

        assertRefused(() -> ledger.post(row("1", "深土（２０２６）1 号"), how()), Refusal.Kind.CONFLICT, "不能重复计入");
        ledger.post(row("1", "深土（2026）2号"), how());
        assertThat(ledger.rows(2026)).hasSize(2);
    }

    @Test
    void another_node_or_another_target_makes_another_row() {
        NodeId 批地 = world.node(P, "用地审批");
        TargetId 另一 = world.target(2026, "GH-02", TargetKind.FLOW, 更新科);

        ledger.post(row("3", "一号"), how());
        ledger.post(with(批地, 供地, P, "2", "一号"), how());
        ledger.post(with(null, 另一, P, "1", "一号"), how());

        assertRefused(() -> ledger.post(with(批地, 供地, P, "2", "一号"), how()), Refusal.Kind.CONFLICT, "不能重复计入");
        assertThat(ledger.rowsOf(P)).hasSize(3);
    }

    @Test
    void twice_in_one_batch_of_rows_is_refused_and_nothing_is_posted() {
        assertRefused(
                () -> ledger.postAll(List.of(row("1", "一号"), row("2", "一号")), how()),
                Refusal.Kind.CONFLICT,
                "在本次提交中出现两次");

        assertThat(ledger.rows(2026)).isEmpty();
        assertThat(world.totals()).isEmpty();
    }

    @Test
    void a_row_taken_back_frees_its_key_and_leaves_nothing() {
        RecognitionId id = ledger.post(row("3.333333", "一号"), how());

        RecognitionId back = ledger.reverse(id, null, "面积登记错误", how());
        ledger.post(row("3.2", "一号"), how());

        assertThat(ledger.find(back)).get().satisfies(taking -> {
            assertThat(taking.quantity()).isEqualByComparingTo("-3.333333");
            assertThat(taking.occurredOn()).isEqualTo(MARCH_5);
            assertThat(taking.reverses()).isEqualTo(id);
        });
        assertThat(ledger.find(id).orElseThrow().reversedBy()).isEqualTo(back);
        assertThat(world.totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        cell(供地, 甲, 更新科, "2026-03-01"), "1.920000|0.000000",
                        cell(供地, 乙, 更新科, "2026-03-01"), "1.280000|0.000000"));
    }

    @Test
    void a_row_is_taken_back_from_the_streets_that_it_was_given_to() {
        RecognitionId id = ledger.post(row("10", "一号"), how());
        world.share(P, LocalDate.of(2026, 7, 1), 乙, "1", 0);

        ledger.reverse(id, LocalDate.of(2026, 8, 1), "证书撤销", how());

        assertThat(world.totals())
                .containsEntry(cell(供地, 甲, 更新科, "2026-08-01"), "-6.000000|0.000000")
                .containsEntry(cell(供地, 乙, 更新科, "2026-08-01"), "-4.000000|0.000000");
    }

    @Test
    void a_row_is_taken_back_once() {
        RecognitionId id = ledger.post(row("3", "一号"), how());
        RecognitionId back = ledger.reverse(id, null, "登记错误", how());

        assertRefused(() -> ledger.reverse(id, null, "再来一次", how()), Refusal.Kind.CONFLICT, "不能重复冲销");
        assertRefused(() -> ledger.reverse(back, null, "反悔", how()), Refusal.Kind.INADMISSIBLE, "冲销记录不能再被冲销");
        assertRefused(
                () -> ledger.reverse(new RecognitionId(9_999_999), null, "没有", how()),
                Refusal.Kind.NOT_FOUND,
                "没有第 9999999 号计入记录");
    }

    @Test
    void a_negative_row_may_not_take_the_phase_below_zero() {
        ledger.post(row("3", "一号"), how());

        assertRefused(() -> ledger.post(because("-3.000001", "二号", "重复统计"), how()), Refusal.Kind.INADMISSIBLE, "不能小于零");
        assertRefused(() -> ledger.post(row("-1", "二号"), how()), Refusal.Kind.INADMISSIBLE, "负数计入须说明原因");
        ledger.post(because("-3", "二号", "重复统计"), how());

        assertRefused(
                () -> ledger.reverse(ledger.rows(2026).getFirst().id(), null, "登记错误", how()),
                Refusal.Kind.INADMISSIBLE,
                "不能小于零");
    }

    @Test
    void a_reversal_and_its_replacement_may_come_together() {
        RecognitionId id = ledger.post(row("3", "一号"), how());

        ledger.postAll(
                List.of(
                        row("2", "一号"),
                        new NewRecognition(
                                P, 供地, null, null, MARCH_5, new BigDecimal("-3"), null, false, "一号", "更正", id)),
                how());

        assertThat(ledger.confirmed(P, 供地)).isEqualByComparingTo("2");
        assertRefused(() -> ledger.post(row("1", "一号"), how()), Refusal.Kind.CONFLICT, "计入 2 公顷");
    }

    @Test
    void target_phase_and_node_must_fit_together() {
        PhaseId 去年 = world.phase(2025, "LG06", 更新科);
        world.share(去年, 甲, "1", 0);
        NodeId 别处 = world.node(去年, "批复");

        assertRefused(
                () -> ledger.post(with(null, 供地, 去年, "1", "一号"), how()),
                Refusal.Kind.INADMISSIBLE,
                "指标属于 2026 年度，分期属于 2025 年度");
        assertRefused(() -> ledger.post(with(别处, 供地, P, "1", "一号"), how()), Refusal.Kind.INADMISSIBLE, "节点不属于分期");
        assertRefused(
                () -> ledger.post(with(null, new TargetId(9_999_999), P, "1", "一号"), how()),
                Refusal.Kind.NOT_FOUND,
                "指标不存在");
    }

    @Test
    void tomorrow_is_refused_but_for_a_workbook_and_for_a_year_to_come() {
        LocalDate tomorrow = clock.today().plusDays(1);
        world.year(2027);
        TargetId 明年 = world.target(2027, "GH-01", TargetKind.FLOW, 更新科);
        PhaseId 明年一期 = world.phase(2027, "LG07", 更新科);
        world.share(明年一期, 甲, "1", 0);

        assertRefused(() -> ledger.post(at("1", "一号", tomorrow), how()), Refusal.Kind.INADMISSIBLE, "晚于今天");
        ledger.post(at("1", "一号", tomorrow), new Recording(clock.now(), "tester", 2026, 1L));
        ledger.post(
                new NewRecognition(
                        明年一期, 明年, null, null, LocalDate.of(2027, 3, 1), BigDecimal.ONE, null, false, "一号", null, null),
                how());
    }

    @Test
    void a_cumulative_value_posts_the_difference() {
        ledger.postCumulative(row("3", "一号"), how());
        ledger.postCumulative(row("4.5", "二号"), how());

        assertThat(ledger.rows(2026))
                .extracting(Recognition::quantity)
                .containsExactly(new BigDecimal("3"), new BigDecimal("1.5"));
        assertRefused(() -> ledger.postCumulative(row("4.5", "三号"), how()), Refusal.Kind.INADMISSIBLE, "没有新增");
        assertRefused(() -> ledger.postCumulative(row("4", "三号"), how()), Refusal.Kind.INADMISSIBLE, "负数计入须说明原因");
        ledger.postCumulative(because("4", "三号", "复核调减"), how());
        assertThat(ledger.confirmed(P, 供地)).isEqualByComparingTo("4");
    }

    @Test
    void a_ratio_sums_numerators_and_denominators() {
        TargetId 合格率 = world.target(2026, "BL-01", TargetKind.RATIO, 更新科);

        ledger.postAll(List.of(ratio(合格率, "1", "1", "一号"), ratio(合格率, "0", "99", "二号")), how());

        assertThat(world.totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        cell(合格率, 甲, 更新科, "2026-03-01"), "0.600000|60.000000",
                        cell(合格率, 乙, 更新科, "2026-03-01"), "0.400000|40.000000"));
    }

    @Test
    void totals_follow_a_phase_to_its_new_lead() {
        PhaseId Q = world.phase(2026, "LG08", 更新科);
        world.share(Q, 甲, "1", 0);
        ledger.post(row("10", "一号"), how());
        ledger.post(with(null, 供地, Q, "5", "一号"), how());

        lead(P, 整备科);

        assertThat(world.totals())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        cell(供地, 甲, 更新科, "2026-03-01"), "5.000000|0.000000",
                        cell(供地, 甲, 整备科, "2026-03-01"), "6.000000|0.000000",
                        cell(供地, 乙, 整备科, "2026-03-01"), "4.000000|0.000000"));
    }

    @Test
    void an_import_that_is_undone_leaves_the_ledger_as_it_was() {
        RecognitionId before = ledger.post(row("3", "一号"), how());
        Map<String, String> totals = world.totals();
        Recording imported = new Recording(clock.now(), "importer", 2026, 77L);
        ledger.postAll(
                List.of(
                        new NewRecognition(
                                P, 供地, null, null, MARCH_5, new BigDecimal("-3"), null, false, "一号", "更正", before),
                        row("4", "一号"),
                        at("2", "二号", LocalDate.of(2026, 9, 1))),
                imported);

        ledger.eraseImport(77, how());

        assertThat(ledger.rows(2026)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(before);
            assertThat(row.stands()).isTrue();
        });
        assertThat(world.totals()).isEqualTo(totals);
        assertRefused(() -> ledger.post(row("1", "一号"), how()), Refusal.Kind.CONFLICT, "计入 3 公顷");
    }

    @Test
    void of_many_who_submit_the_same_row_exactly_one_wins() throws Exception {
        List<Callable<Boolean>> submits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            submits.add(() -> {
                try {
                    ledger.post(row("3.2", "一号"), how());
                    return true;
                } catch (Refusal refusal) {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    return false;
                }
            });
        }
        int won = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(submits)) {
                won += each.get() ? 1 : 0;
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(ledger.confirmed(P, 供地)).isEqualByComparingTo("3.2");
    }

    @Test
    void ten_thousand_rows_come_in_one_batch() {
        List<NewRecognition> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(at("0.000001", i + "号", LocalDate.of(2026, 1 + i % 10, 1 + i % 28)));
        }

        List<RecognitionId> ids = ledger.postAll(rows, new Recording(clock.now(), "importer", 2026, 5L));

        assertThat(ids).doesNotHaveDuplicates().hasSize(10_000);
        assertThat(ledger.find(ids.get(4_321)).orElseThrow().evidence()).isEqualTo("4321号");
        Map<String, String> maintained = world.totals();
        ledger.rebuild();
        assertThat(world.totals()).isEqualTo(maintained);
    }

    @Test
    void every_posting_is_in_the_change_log() {
        ledger.post(row("1", "一号"), how());
        ledger.postAll(List.of(row("1", "二号"), row("1", "三号")), how());

        assertThat(dsl.selectFrom(Tables.CHANGE_LOG)
                        .orderBy(Tables.CHANGE_LOG.SEQ)
                        .fetch())
                .extracting(row -> row.getPlanYear() + " " + row.getSubject())
                .containsExactly("2026 LG05更新单元（一期） → GH-01", "2026 2 条计入");
    }

    private void lead(PhaseId phase, UnitId to) {
        transactions.run(() -> {
            long from = dsl.select(Tables.PHASE.LEAD_UNIT_ID)
                    .from(Tables.PHASE)
                    .where(Tables.PHASE.ID.eq(phase.value()))
                    .forUpdate()
                    .fetchSingle()
                    .value1();
            dsl.update(Tables.PHASE)
                    .set(Tables.PHASE.LEAD_UNIT_ID, to.value())
                    .where(Tables.PHASE.ID.eq(phase.value()))
                    .execute();
            ledger.leadChanged(Map.of(phase, new UnitId(from)), how());
        });
    }

    private Recording how() {
        return new Recording(clock.now(), "tester", 2026, null);
    }

    private NewRecognition row(String quantity, String evidence) {
        return at(quantity, evidence, MARCH_5);
    }

    private NewRecognition at(String quantity, String evidence, LocalDate day) {
        return new NewRecognition(P, 供地, null, null, day, new BigDecimal(quantity), null, false, evidence, null, null);
    }

    private NewRecognition batch(String quantity, String batch, String evidence) {
        return new NewRecognition(
                P, 供地, null, batch, MARCH_5, new BigDecimal(quantity), null, false, evidence, null, null);
    }

    private NewRecognition because(String quantity, String evidence, String reason) {
        return new NewRecognition(
                P, 供地, null, null, MARCH_5, new BigDecimal(quantity), null, false, evidence, reason, null);
    }

    private NewRecognition ratio(TargetId target, String numerator, String denominator, String evidence) {
        return new NewRecognition(
                P,
                target,
                null,
                null,
                MARCH_5,
                new BigDecimal(numerator),
                new BigDecimal(denominator),
                false,
                evidence,
                null,
                null);
    }

    private NewRecognition with(
            @Nullable NodeId node, TargetId target, PhaseId phase, String quantity, String evidence) {
        return new NewRecognition(
                phase, target, node, null, MARCH_5, new BigDecimal(quantity), null, false, evidence, null, null);
    }

    private static String cell(TargetId target, UnitId street, UnitId department, String month) {
        return target.value() + "/" + street.value() + "/" + department.value() + "/" + month;
    }

    private static void assertRefused(ThrowingCallable call, Refusal.Kind kind, String part) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.sentence()).contains(part);
            assertThat(refusal.kind()).isEqualTo(kind);
        });
    }
}

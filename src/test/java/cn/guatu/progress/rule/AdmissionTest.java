package cn.guatu.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.progress.NewRecognition;
import cn.guatu.progress.Recognition;
import cn.guatu.progress.RecognitionId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Semantics §2 and §3: what may enter the ledger. */
class AdmissionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Test
    void a_positive_row_with_evidence_may_enter() {
        assertThat(Admission.objection(row("3.2", null, null), flow())).isEmpty();
    }

    @Test
    void target_and_phase_belong_to_one_year() {
        assertThat(Admission.objection(row("3.2", null, null), new Admission.Place(TargetKind.FLOW, 2026, 2025, TODAY)))
                .hasValue("指标属于 2026 年度，分期属于 2025 年度，不能计入。");
    }

    @Test
    void nothing_is_not_recognised() {
        assertThat(Admission.objection(row("0", null, null), flow())).hasValue("计入数量不能为零。");
    }

    @Test
    void a_negative_row_needs_a_reason() {
        assertThat(Admission.objection(row("-1", null, " "), flow())).hasValue("负数计入须说明原因。");
        assertThat(Admission.objection(row("-1", null, "重复统计"), flow())).isEmpty();
    }

    @Test
    void a_row_may_not_take_the_sum_below_zero() {
        assertThat(Admission.objectionToSum(TargetKind.FLOW, new BigDecimal("-0.000001"), BigDecimal.ZERO))
                .hasValue("扣减后该分期对该指标的累计计入为 -0.000001，不能小于零。");
        assertThat(Admission.objectionToSum(TargetKind.FLOW, BigDecimal.ZERO, BigDecimal.ZERO))
                .isEmpty();
        assertThat(Admission.objectionToSum(TargetKind.STOCK, new BigDecimal("-5"), BigDecimal.ZERO))
                .as("a stock has no sum")
                .isEmpty();
    }

    @Test
    void only_a_ratio_has_a_denominator_and_it_must() {
        assertThat(Admission.objection(row("1", "2", null), flow())).hasValue("只有比率指标才填写分母。");
        assertThat(Admission.objection(row("1", null, null), ratio())).hasValue("比率指标须填写分母。");
        assertThat(Admission.objection(row("1", "0", null), ratio())).hasValue("比率指标的分母须大于零。");
    }

    @Test
    void nothing_out_of_ninety_nine_is_a_fact() {
        assertThat(Admission.objection(row("0", "99", null), ratio())).isEmpty();
    }

    @Test
    void a_stock_may_be_nothing_but_never_less() {
        var stock = new Admission.Place(TargetKind.STOCK, 2026, 2026, TODAY);

        assertThat(Admission.objection(row("0", null, null), stock)).isEmpty();
        assertThat(Admission.objection(row("-1", null, "更正"), stock)).hasValue("时点指标填写的是当日数值，不能为负数。");
    }

    @Test
    void a_certificate_of_tomorrow_does_not_exist_yet() {
        assertThat(Admission.objection(row("1", null, null), new Admission.Place(TargetKind.FLOW, 2026, 2026, DAY)))
                .isEmpty();
        assertThat(Admission.objection(
                        row("1", null, null), new Admission.Place(TargetKind.FLOW, 2026, 2026, DAY.minusDays(1))))
                .hasValue("发生日期 2026-03-05 晚于今天，证件或合同生效后再计入。");
    }

    @Test
    void a_reversal_is_the_exact_opposite_of_its_row() {
        Recognition standing = standing("3.2");

        assertThat(Admission.objection(row("-3.20", null, "登记错误"), standing, flow()))
                .isEmpty();
        assertThat(Admission.objection(row("-3.1", null, "登记错误"), standing, flow()))
                .hasValue("冲销数量须与原记录正好相反：原记录为 3.2。");
        assertThat(Admission.objection(row("-3.2", null, null), standing, flow()))
                .hasValue("冲销须说明原因。");
        assertThat(Admission.objection(row("-3.2", "1", "登记错误"), standing, flow()))
                .hasValue("冲销数量须与原记录正好相反：原记录为 3.2。");
    }

    @Test
    void text_has_limits_and_no_control_characters() {
        assertThat(Admission.objection(with("批次", "依".repeat(4_001)), flow())).hasValue("依据和原因不能超过 4000 字。");
        assertThat(Admission.objection(with("批".repeat(65), "依据"), flow())).hasValue("批次不能超过 64 字。");
        assertThat(Admission.objection(with("批次", "\u0000"), flow())).isPresent();
        assertThat(Admission.objection(with(null, " "), flow())).hasValue("计入须有依据（文号或证号）。");
    }

    private static Admission.Place flow() {
        return new Admission.Place(TargetKind.FLOW, 2026, 2026, TODAY);
    }

    private static Admission.Place ratio() {
        return new Admission.Place(TargetKind.RATIO, 2026, 2026, TODAY);
    }

    private static NewRecognition row(String quantity, @Nullable String denominator, @Nullable String reason) {
        return new NewRecognition(
                new PhaseId(1),
                new TargetId(1),
                null,
                null,
                DAY,
                new BigDecimal(quantity),
                denominator == null ? null : new BigDecimal(denominator),
                false,
                "深规划资源〔2026〕1号",
                reason,
                null);
    }

    private static NewRecognition with(@Nullable String batch, String evidence) {
        return new NewRecognition(
                new PhaseId(1), new TargetId(1), null, batch, DAY, BigDecimal.ONE, null, false, evidence, null, null);
    }

    private static Recognition standing(String quantity) {
        return new Recognition(
                new RecognitionId(7),
                new PhaseId(1),
                new TargetId(1),
                null,
                null,
                DAY,
                new BigDecimal(quantity),
                null,
                false,
                "深规划资源〔2026〕1号",
                null,
                null,
                null,
                null,
                "tester",
                Instant.EPOCH);
    }
}

package cn.guatu.progress.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.progress.Claim;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Semantics §2: cumulative values, what needs a reason, and what a finished node needs. */
class ClaimRuleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    @Test
    void words_alone_are_a_report_and_nothing_at_all_is_none() {
        assertThat(ClaimRule.objection(Claim.of("已完成公示", null, null), flow("0", null)))
                .isNull();
        assertThat(ClaimRule.objection(claim(null, null, null), flow("0", null)))
                .isEqualTo("请填写进展情况；没有进展请选择“无变化”。");
        assertThat(ClaimRule.objection(Claim.nothingMoved(), flow("0", null))).isNull();
    }

    @Test
    void less_than_confirmed_or_than_last_week_asks_for_a_reason() {
        assertThat(ClaimRule.objection(claim("4", null, null), flow("5", null)))
                .isEqualTo("累计数 4 低于已确认的 5 公顷，请说明原因；审核通过后将作冲减。");
        assertThat(ClaimRule.objection(claim("4", null, null), flow("3", "4.5")))
                .isEqualTo("累计数 4 低于上次填报的 4.5 公顷，请说明原因。");
        assertThat(ClaimRule.objection(claim("4", null, "证书面积更正"), flow("5", "5")))
                .isNull();
        assertThat(ClaimRule.objection(claim("5", null, null), flow("5", "5"))).isNull();
    }

    @Test
    void a_stock_may_fall_without_a_reason() {
        assertThat(ClaimRule.objection(claim("4", null, null), known(TargetKind.STOCK, "5", "5", 0)))
                .isNull();
    }

    @Test
    void a_ratio_has_both_parts_and_nothing_else_has() {
        assertThat(ClaimRule.objection(claim("4", null, null), known(TargetKind.RATIO, "0", null, 0)))
                .isEqualTo("比率指标须同时填写累计分子和累计分母。");
        assertThat(ClaimRule.objection(claim("0", "99", null), known(TargetKind.RATIO, "0", null, 0)))
                .isNull();
        assertThat(ClaimRule.objection(claim("4", "5", null), flow("0", null))).isEqualTo("只有比率指标才填写分母。");
        assertThat(ClaimRule.objection(claim("4", null, null), known(null, "0", null, 0)))
                .startsWith("该项没有计入指标");
        assertThat(ClaimRule.objection(claim("-1", null, "更正"), flow("0", null)))
                .isEqualTo("累计数不能为负数。");
    }

    @Test
    void a_finished_node_has_a_day_that_has_come_and_evidence() {
        assertThat(ClaimRule.objection(finished(TODAY, null), flow("0", null))).startsWith("节点完成须有依据");
        assertThat(ClaimRule.objection(finished(TODAY, "深规土〔2026〕1号"), flow("0", null)))
                .isNull();
        assertThat(ClaimRule.objection(finished(TODAY, null), known(TargetKind.FLOW, "0", null, 1)))
                .isNull();
        assertThat(ClaimRule.objection(finished(TODAY.plusDays(1), "一号"), flow("0", null)))
                .startsWith("实际完成日期不能晚于今天");
    }

    @Test
    void nothing_moved_claims_nothing_new() {
        Claim claim = new Claim(new BigDecimal("5"), null, null, null, null, null, null, null, null, true);

        assertThat(ClaimRule.objection(claim, flow("5", null))).isNull();
        assertThat(ClaimRule.objection(claim, flow("3", "4"))).startsWith("选择“无变化”时累计数须与上次相同");
    }

    private static Claim claim(@Nullable String cumulative, @Nullable String denominator, @Nullable String reason) {
        return new Claim(number(cumulative), number(denominator), null, null, reason, null, null, null, null, false);
    }

    private static Claim finished(LocalDate day, @Nullable String evidence) {
        return new Claim(null, null, day, evidence, null, null, null, null, null, false);
    }

    private static ClaimRule.Known flow(String confirmed, @Nullable String last) {
        return known(TargetKind.FLOW, confirmed, last, 0);
    }

    private static ClaimRule.Known known(
            @Nullable TargetKind kind, String confirmed, @Nullable String last, int files) {
        return new ClaimRule.Known(kind, "公顷", new BigDecimal(confirmed), number(last), true, files, TODAY);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

package cn.guatu.bulletin.rule;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard page (评估卡): one page that reads in a minute.
 *
 * @param kind whose it is
 * @param id of the unit, or the leader's name
 * @param name whose it is, in words
 * @param year the plan year
 * @param month 1–12
 * @param cutOff 数据截至
 * @param published whether the month is published; else the score is a draft
 * @param standing score and rank; null for a leader (units are ranked, not individuals) and without a score
 * @param summary 综合完成率
 * @param strip twelve months; null light for months to come
 * @param lines targets, the worst first
 * @param units scores of the departments that a leader answers for; empty for a unit
 * @param reds what is red or orange and why, the worst first
 * @param late how many nodes are late
 * @param matters decisions of meetings, open ones first
 * @param outlook year end of 综合完成率
 */
public record CardPage(
        CardKind kind,
        String id,
        String name,
        int year,
        int month,
        LocalDate cutOff,
        boolean published,
        @Nullable Standing standing,
        UnitSummary summary,
        List<MonthLight> strip,
        List<Line> lines,
        List<UnitStanding> units,
        List<String> reds,
        int late,
        List<MonthFigures.MatterLine> matters,
        Outlook outlook) {

    /** Keeps its own copies. */
    public CardPage {
        strip = List.copyOf(strip);
        lines = List.copyOf(lines);
        units = List.copyOf(units);
        reds = List.copyOf(reds);
        matters = List.copyOf(matters);
    }

    /** Why there is no score, to stand in its place: a leader's units are scored, he is not (semantics §13). */
    public String whyNoScore() {
        return kind == CardKind.LEADER ? "只评单位，不评个人；分管单位得分见下" : "本月没有可评分的内容";
    }

    /**
     * Score and rank, and how they moved.
     *
     * @param score of 100
     * @param rank 1, 1, 3 within its kind
     * @param of how many units of its kind have a score
     * @param scoreBefore a month earlier; null without one
     * @param rankBefore a month earlier; null without one
     * @param parts 指标进度, 节点按期, …
     */
    public record Standing(
            BigDecimal score,
            int rank,
            int of,
            @Nullable BigDecimal scoreBefore,
            @Nullable Integer rankBefore,
            List<Part> parts) {

        /** Keeps its own copy. */
        public Standing {
            parts = List.copyOf(parts);
        }

        /** 名次较上月上升2位, or empty without a month to compare with. */
        public String movement() {
            if (rankBefore == null) {
                return "";
            }
            int up = rankBefore - rank;
            return up == 0 ? "名次与上月相同" : up > 0 ? "名次较上月上升" + up + "位" : "名次较上月下降" + -up + "位";
        }
    }

    /**
     * A part of the score.
     *
     * @param weight of 100; 0 for bonus and deductions
     * @param score points; null when it does not apply
     */
    public record Part(
            String name, BigDecimal weight, @Nullable BigDecimal score) {}

    /**
     * A department of a leader.
     *
     * @param score null without one
     * @param rank null without one
     */
    public record UnitStanding(
            String name,
            @Nullable BigDecimal score,
            @Nullable Integer rank,
            @Nullable BigDecimal rate,
            Light light) {}

    /**
     * A month in the strip.
     *
     * @param month 1–12
     * @param light as published, yellow when made good since; null: to come
     * @param rate as published; null: to come, or none
     * @param madeGood 补齐: what was missing at the publication had come by the card's own month
     */
    public record MonthLight(
            int month, @Nullable Light light, @Nullable BigDecimal rate, boolean madeGood) {

        /** The light in words; 补齐 tells why it is not as it was published. Empty for a month to come. */
        public String says() {
            return light == null ? "" : month + "月底" + light.label() + (madeGood ? "（发布时落后，后已补齐）" : "");
        }
    }

    /**
     * A target.
     *
     * @param code 编码
     * @param name 名称
     * @param part whether it is 其中 of another
     * @param goal target with its unit, as shown
     * @param achieved with its unit, as shown; 未报 without a value
     * @param rate null: —
     * @param expected 序时; null: —
     * @param planned the plan curve's share; null without a curve
     * @param deviation null: —
     * @param light 灯
     * @param reason why the light is so
     * @param low year end of the rate, nine of ten runs are above; null without runs
     * @param middle year end of the rate; null without runs
     * @param high year end of the rate, one of ten runs is above; null without runs
     */
    public record Line(
            String code,
            String name,
            boolean part,
            String goal,
            String achieved,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal deviation,
            Light light,
            String reason,
            @Nullable BigDecimal low,
            @Nullable BigDecimal middle,
            @Nullable BigDecimal high) {}

    /**
     * Year end of 综合完成率 when every target ends low, in the middle, or high.
     *
     * @param foretold how many targets have runs; the others stay as they are
     */
    public record Outlook(
            @Nullable BigDecimal low,
            @Nullable BigDecimal middle,
            @Nullable BigDecimal high,
            int foretold) {}
}

package cn.guatu.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of an item this week.
 *
 * @param cumulative 截至目前累计 of the phase for the target of the node, in the unit of the target; null when nothing is claimed
 * @param denominator the cumulative denominator, of a ratio only
 * @param completedOn 实际完成: the node was finished on that day; null while it is open
 * @param evidence 文号 or 证号 of what was reached
 * @param reason why the cumulative value is lower than before
 * @param progress 进展情况
 * @param nextSteps 下步计划
 * @param difficulty 存在问题
 * @param forecast 预计完成
 * @param noChange 无变化: nothing has moved since last week
 */
public record Claim(
        @Nullable BigDecimal cumulative,
        @Nullable BigDecimal denominator,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable String progress,
        @Nullable String nextSteps,
        @Nullable String difficulty,
        @Nullable LocalDate forecast,
        boolean noChange) {

    private static final int DECIMALS = 6;

    /** 无变化, in one click. */
    public static Claim nothingMoved() {
        return new Claim(null, null, null, null, null, null, null, null, null, true);
    }

    /** Progress in words only. */
    public static Claim of(String progress, @Nullable String nextSteps, @Nullable String difficulty) {
        return new Claim(null, null, null, null, null, progress, nextSteps, difficulty, null, false);
    }

    /** As it is kept: blank texts are absent, quantities have six decimals (rulings, Figures). */
    Claim asKept() {
        return new Claim(
                kept(cumulative),
                kept(denominator),
                completedOn,
                kept(evidence),
                kept(reason),
                kept(progress),
                kept(nextSteps),
                kept(difficulty),
                forecast,
                noChange);
    }

    private static @Nullable BigDecimal kept(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

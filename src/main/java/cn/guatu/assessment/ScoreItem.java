package cn.guatu.assessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What won or lost points.
 *
 * @param key tells items of a part apart, and stays the same while the month is being closed; objections hang on it
 * @param item its name
 * @param points won (or, in deductions, lost: negative)
 * @param possible the most it could have won; 0 for what can only lose, or does not count
 * @param reason one sentence with the numbers
 * @param link path in the product that shows the evidence; null when there is none
 */
public record ScoreItem(
        String key,
        String item,
        BigDecimal points,
        BigDecimal possible,
        String reason,
        @Nullable String link) {}

package cn.guatu.rollup;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a figure is worked out for, and what was known.
 *
 * @param date the data cut-off (数据截至); a day after today is answered too
 * @param knownAt inclusive: everything recorded up to this instant; null, or an instant to come: all that is known now
 */
public record AsOf(LocalDate date, @Nullable Instant knownAt) {

    /** The figures of this day as known now. */
    public static AsOf of(LocalDate date) {
        return new AsOf(date, null);
    }
}

package cn.guatu.org;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a month's journal.
 *
 * @param step what was done
 * @param at when
 * @param by the account, or the named system actor
 * @param note the reason given; null when none was needed
 * @param findings what the checklist had against it, a line each; null when nothing
 */
public record MonthStepTaken(
        MonthStep step,
        Instant at,
        String by,
        @Nullable String note,
        @Nullable String findings) {}

package cn.guatu.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has typed for an item and not yet submitted; numbers as typed, for half a number is worth keeping too.
 *
 * @param baseVersion the version of the report that it was begun on; 0 when there was none
 * @param savedAt when it was kept last; null for one that was not kept yet
 */
public record Draft(
        int baseVersion,
        @Nullable String cumulative,
        @Nullable String denominator,
        @Nullable LocalDate completedOn,
        @Nullable String evidence,
        @Nullable String reason,
        @Nullable String progress,
        @Nullable String nextSteps,
        @Nullable String difficulty,
        @Nullable LocalDate forecast,
        @Nullable Instant savedAt) {}

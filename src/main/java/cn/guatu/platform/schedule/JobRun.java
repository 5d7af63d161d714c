package cn.guatu.platform.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The work of one period.
 *
 * @param job the name of the work
 * @param period which
 * @param state how it stands
 * @param holder the server that works or worked on it
 * @param actor who asked for the last run
 * @param startedAt when the last run began
 * @param endedAt when it ended; null while it goes on
 * @param workedAsOf the latest instant that it was worked for; null when no run has succeeded
 * @param created what the last run made
 * @param skipped what it found made
 * @param createdInAll what all runs of the period made
 * @param failures how many runs failed since the last that did not
 * @param reference the number in the log of the last failure; null when the last run did not fail
 * @param message what failed, in Chinese; null when the last run did not fail
 */
public record JobRun(
        String job,
        String period,
        JobRunState state,
        String holder,
        String actor,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant workedAsOf,
        int created,
        int skipped,
        int createdInAll,
        int failures,
        @Nullable String reference,
        @Nullable String message) {}

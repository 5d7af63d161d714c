package cn.guatu.platform.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of periodic work stands.
 *
 * @param work which
 * @param paused whether an administrator halted it
 * @param pausedBy who did; null when it is not paused
 * @param next when the doorbell rings next; null when it does not
 * @param last the run of the latest period; null when there was none
 */
public record JobState(
        PeriodicWork work,
        boolean paused,
        @Nullable String pausedBy,
        @Nullable Instant next,
        @Nullable JobRun last) {}

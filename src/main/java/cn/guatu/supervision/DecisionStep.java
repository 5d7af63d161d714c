package cn.guatu.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a decision.
 *
 * @param at when
 * @param actor the account, or a named system actor
 * @param move what
 * @param note what was said; null when nothing was
 */
public record DecisionStep(
        Instant at,
        String actor,
        DecisionMove move,
        @Nullable String note) {}

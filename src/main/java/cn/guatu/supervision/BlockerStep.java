package cn.guatu.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a blocker.
 *
 * @param at when
 * @param actor the account, or a named system actor
 * @param move what
 * @param tier the tier after it
 * @param note what was said; null when nothing was
 */
public record BlockerStep(
        Instant at,
        String actor,
        BlockerMove move,
        BlockerTier tier,
        @Nullable String note) {}

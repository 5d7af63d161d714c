package cn.guatu.platform.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who changes what and when, handed to every bulk write so that one change has one instant.
 *
 * @param at the instant of the whole change, from the business clock, microseconds; history rows of the change start here
 * @param actor the account name of the person, or a named system actor
 * @param planYear the plan year the change belongs to; null when it belongs to none (units, people)
 * @param importId the import that makes the change; null when it is not an import
 */
public record Recording(
        Instant at,
        String actor,
        @Nullable Integer planYear,
        @Nullable Long importId) {}

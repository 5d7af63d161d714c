package cn.guatu.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail.
 *
 * @param seq its number, without gaps from 1
 * @param actor account name, {@code token:} and a token's name, or {@code system}
 * @param source the address it came from, {@code local} for the system
 * @param action what was done, such as {@code account.disable}
 * @param subject to what
 * @param before the state before as JSON; null when there was none or it is secret
 * @param after the state after as JSON; null when there is none or it is secret
 */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String source,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after) {}

package cn.guatu.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit trail to show.
 *
 * @param words part of actor, action, subject or source; null or blank for all
 * @param from not before; null without limit
 * @param until before; null without limit
 */
public record AuditFilter(
        @Nullable String words,
        @Nullable Instant from,
        @Nullable Instant until) {}

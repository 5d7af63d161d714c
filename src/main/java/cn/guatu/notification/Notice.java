package cn.guatu.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told.
 *
 * @param id its identity; later notices have greater ones
 * @param kind what it is about
 * @param urgency how much it presses
 * @param title one line
 * @param body some sentences; may be empty
 * @param link path and query within the product; empty: there is nothing to open
 * @param raisedAt when it was raised
 * @param readAt when it was read; null: not yet
 */
public record Notice(
        long id,
        NoticeKind kind,
        Urgency urgency,
        String title,
        String body,
        String link,
        Instant raisedAt,
        @Nullable Instant readAt) {}

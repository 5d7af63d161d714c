package cn.guatu.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out, as the administrator sees it.
 *
 * @param id its key
 * @param key its unique key; the Message-ID of a mail is made of it
 * @param channel which way
 * @param to the person or the robot
 * @param state where it is
 * @param notices how many notices it carries
 * @param attempts how often it was tried
 * @param nextAt when it is tried next, while it waits
 * @param error why the last try failed; null when none did
 * @param createdAt when it was gathered
 * @param sentAt when it was taken; null: not yet
 */
public record Message(
        long id,
        String key,
        Channel channel,
        String to,
        MessageState state,
        int notices,
        int attempts,
        Instant nextAt,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant sentAt) {}

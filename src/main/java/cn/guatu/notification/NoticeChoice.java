package cn.guatu.notification;

import cn.guatu.notification.rule.QuietHours;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told; in the product he always is.
 *
 * @param mail whether he gets the weekly mail
 * @param robots whether what he is told may be passed on by the robots of his groups
 * @param quiet when he gets no mail; null: as the settings say
 */
public record NoticeChoice(
        boolean mail, boolean robots, @Nullable QuietHours quiet) {
    /** By all ways. */
    public static final NoticeChoice ALL = new NoticeChoice(true, true, null);
}

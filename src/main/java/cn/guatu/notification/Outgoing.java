package cn.guatu.notification;

import cn.guatu.org.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that this server holds, with all that is needed to hand it over.
 *
 * @param id its key
 * @param key its unique key
 * @param channel which way
 * @param person whom a mail is for; null for a robot
 * @param personName his name; empty for a robot
 * @param address the mail address; empty when there is none
 * @param robot where a post goes; null for a mail
 * @param attempts how often it was tried, with this time
 * @param fence tells this claim from an earlier one
 * @param notices what it says, latest first
 */
record Outgoing(
        long id,
        String key,
        Channel channel,
        @Nullable PersonId person,
        String personName,
        String address,
        @Nullable RobotAddress robot,
        int attempts,
        String fence,
        List<Notice> notices) {

    /** The secret part of a robot. */
    record RobotAddress(
            RobotKind kind, String url, @Nullable String secret) {
        @Override
        public String toString() {
            return kind.toString();
        }
    }
}

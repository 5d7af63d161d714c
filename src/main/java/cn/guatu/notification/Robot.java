package cn.guatu.notification;

import cn.guatu.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A group robot as the administrator sees it: neither its address beyond the host nor its secret is shown again.
 *
 * @param id its key
 * @param name which group
 * @param kind whose it is
 * @param host the host of its address
 * @param signs whether it has a secret to sign with
 * @param unit whose people's notices it passes on; null: everybody's
 * @param least what is at least so urgent
 * @param enabled false: it is silent
 * @param version counts its changes
 */
public record Robot(
        long id,
        String name,
        RobotKind kind,
        String host,
        boolean signs,
        @Nullable UnitId unit,
        Urgency least,
        boolean enabled,
        int version) {}

package cn.guatu.notification;

import cn.guatu.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A group robot as the administrator wants it.
 *
 * @param id null for a new one
 * @param name which group, 1–64 signs, unique
 * @param kind whose it is
 * @param url its address; null keeps the one it has
 * @param secret what it signs with; null keeps the one it has, blank takes it away
 * @param unit whose people's notices it passes on; null: everybody's
 * @param least what is at least so urgent
 * @param enabled false: it is silent
 */
public record RobotData(
        @Nullable Long id,
        String name,
        RobotKind kind,
        @Nullable String url,
        @Nullable String secret,
        @Nullable UnitId unit,
        Urgency least,
        boolean enabled) {

    /** Without address and secret: it may be logged by mistake. */
    @Override
    public String toString() {
        return "RobotData[" + id + ", " + name + ", " + kind + "]";
    }
}

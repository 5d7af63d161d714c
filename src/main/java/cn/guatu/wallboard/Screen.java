package cn.guatu.wallboard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A television that was paired with a wall.
 *
 * @param id its identity
 * @param name where it hangs
 * @param wall the wall it shows
 * @param wallName its name
 * @param canvas its size as it says, such as 1920×1080; null before it was seen
 * @param address where it called from last; null before
 * @param pairedAt when
 * @param pairedBy the account that confirmed it
 * @param lastSeenAt when it was on line last; null: not yet
 * @param revokedAt since when it may read nothing any more; null: it may
 */
public record Screen(
        ScreenId id,
        String name,
        WallId wall,
        String wallName,
        @Nullable String canvas,
        @Nullable String address,
        Instant pairedAt,
        String pairedBy,
        @Nullable Instant lastSeenAt,
        @Nullable Instant revokedAt) {

    /** Whether it may read. */
    public boolean isActive() {
        return revokedAt == null;
    }
}

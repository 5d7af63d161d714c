package cn.guatu.wallboard;

import cn.guatu.security.AccessScope;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at; everybody with the same key sees the same document.
 *
 * @param wall the wall; null: the standard one
 * @param year the plan year that is asked for; null: that of the wall
 * @param viewer what a signed-in person may see; null for a screen, which sees the scope of its wall
 */
public record WallKey(
        @Nullable WallId wall,
        @Nullable Integer year,
        @Nullable AccessScope viewer) {

    /** The wall of a screen. */
    public static WallKey ofScreen(WallId wall) {
        return new WallKey(wall, null, null);
    }

    /** A slice of a person is never widened by a wall; who sees everything sees the wall as its screens do. */
    AccessScope access(WallScope scope) {
        return viewer == null || viewer.isEverything() ? scope.access() : viewer;
    }
}

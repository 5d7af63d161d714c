package cn.guatu.wallboard;

import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures a wall shows.
 *
 * @param kind the whole district, one street or one department
 * @param unit the street or department; null exactly for the whole district
 */
public record WallScope(Kind kind, @Nullable UnitId unit) {

    /** The whole district. */
    public static final WallScope WHOLE = new WallScope(Kind.WHOLE, null);

    /** The kinds of scope, with their words. */
    public enum Kind {
        /** 全区 */
        WHOLE("全区"),
        /** 一个街道 */
        STREET("一个街道"),
        /** 一个科室 */
        DEPARTMENT("一个科室");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word on screen. */
        public String label() {
            return label;
        }
    }

    /** What may be read for such a wall, and nothing else. */
    public AccessScope access() {
        UnitId of = unit;
        return switch (kind) {
            case WHOLE -> AccessScope.everything();
            case STREET -> AccessScope.of(Set.of(), of == null ? Set.of() : Set.of(of));
            case DEPARTMENT -> AccessScope.of(of == null ? Set.of() : Set.of(of), Set.of());
        };
    }
}

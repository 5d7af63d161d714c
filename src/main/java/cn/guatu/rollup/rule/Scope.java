package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What one figure is about: the district, a street, a department, or a street × department cell.
 *
 * @param street null for all
 * @param department the lead department of the phase; null for all
 */
public record Scope(@Nullable UnitId street, @Nullable UnitId department) {

    /** All streets and departments. */
    public static final Scope DISTRICT = new Scope(null, null);

    /** Whether it has both a street and a department. */
    public boolean isCell() {
        return street != null && department != null;
    }

    /** The unit of a scope that is neither the district nor a cell; else null. */
    public @Nullable UnitId unit() {
        return isCell() ? null : street != null ? street : department;
    }
}

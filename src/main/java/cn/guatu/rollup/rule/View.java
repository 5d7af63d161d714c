package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import java.util.Set;

/**
 * The part of the district that a caller sees the figures of.
 *
 * @param everything no limit; the sets are empty then
 * @param departments lead departments seen
 * @param streets streets seen
 */
public record View(boolean everything, Set<UnitId> departments, Set<UnitId> streets) {

    /** The whole district. */
    public static final View WHOLE = new View(true, Set.of(), Set.of());

    /** Whether what this department leads in this street is seen. */
    public boolean sees(UnitId street, UnitId department) {
        return everything || departments.contains(department) || streets.contains(street);
    }

    /** Whether all of a street, or all of a department, is seen, so that its allocation says something about what is seen. */
    boolean seesAllOf(UnitId unit) {
        return everything || departments.contains(unit) || streets.contains(unit);
    }
}

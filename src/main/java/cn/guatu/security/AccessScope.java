package cn.guatu.security;

import cn.guatu.org.UnitId;
import java.util.Collection;
import java.util.Set;

/**
 * What data a person may see: everything, or the slice of some departments and streets. A phase is in a slice when one of the
 * departments leads or assists it, or one of the streets has a share in it. No query without it; totals obey it too.
 */
public final class AccessScope {

    private static final AccessScope EVERYTHING = new AccessScope(true, Set.of(), Set.of());

    private final boolean everything;
    private final Set<UnitId> departments;
    private final Set<UnitId> streets;

    private AccessScope(boolean everything, Set<UnitId> departments, Set<UnitId> streets) {
        this.everything = everything;
        this.departments = Set.copyOf(departments);
        this.streets = Set.copyOf(streets);
    }

    /** The scope without limits. */
    public static AccessScope everything() {
        return EVERYTHING;
    }

    /** A slice; with both sets empty nothing is seen. Departments include task forces. */
    public static AccessScope of(Set<UnitId> departments, Set<UnitId> streets) {
        return new AccessScope(false, departments, streets);
    }

    /** Whether there is no limit. */
    public boolean isEverything() {
        return everything;
    }

    /** Departments and task forces of the slice; empty when everything is seen. */
    public Set<UnitId> departments() {
        return departments;
    }

    /** Streets of the slice; empty when everything is seen. */
    public Set<UnitId> streets() {
        return streets;
    }

    /** Whether nothing at all is seen. */
    public boolean isNothing() {
        return !everything && departments.isEmpty() && streets.isEmpty();
    }

    /** Whether figures of this department or street may be seen. */
    public boolean seesUnit(UnitId unit) {
        return everything || departments.contains(unit) || streets.contains(unit);
    }

    /** Whether a phase with this lead, these assisting units and these streets may be seen. */
    public boolean seesPhase(UnitId lead, Collection<UnitId> assisting, Collection<UnitId> streetsOfPhase) {
        return everything
                || departments.contains(lead)
                || assisting.stream().anyMatch(departments::contains)
                || streetsOfPhase.stream().anyMatch(streets::contains);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccessScope that
                && everything == that.everything
                && departments.equals(that.departments)
                && streets.equals(that.streets);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Boolean.hashCode(everything) + departments.hashCode()) + streets.hashCode();
    }

    @Override
    public String toString() {
        return everything ? "everything" : "departments " + departments + ", streets " + streets;
    }
}

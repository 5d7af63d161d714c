package cn.guatu.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The streets of a phase from a day on (semantics §9).
 *
 * @param phase whose streets they are
 * @param effectiveFrom the first day; 1970-01-01 for the first set of a phase
 * @param shares in order; sum to 1
 */
public record ShareSet(PhaseId phase, LocalDate effectiveFrom, List<Share> shares) {

    /** From when the first set of a phase is in force: always. */
    public static final LocalDate ALWAYS = LocalDate.EPOCH;

    /** Keeps its own copy of the list. */
    public ShareSet {
        shares = List.copyOf(shares);
    }

    /**
     * The set in force on a day.
     *
     * @param sets of one phase
     * @param day the day, e.g. the one a row of the ledger occurred on
     * @return empty when none is in effect by then
     */
    public static Optional<ShareSet> inForce(Collection<ShareSet> sets, LocalDate day) {
        return sets.stream()
                .filter(set -> !set.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(ShareSet::effectiveFrom));
    }
}

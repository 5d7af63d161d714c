package cn.guatu.rollup.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which version of a target counts on a day (semantics §5). */
public final class VersionInForce {

    private static final Comparator<YearFacts.Version> LATER = Comparator.comparing(YearFacts.Version::effectiveFrom)
            .thenComparing(YearFacts.Version::status)
            .thenComparing(YearFacts.Version::recordedAt)
            .thenComparing(YearFacts.Version::id);

    private VersionInForce() {}

    /** The latest effective date on or before the cut-off, then the later status, then the later record; empty when none. */
    public static Optional<YearFacts.Version> at(LocalDate cutOff, Collection<YearFacts.Version> versions) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(cutOff))
                .max(LATER);
    }
}

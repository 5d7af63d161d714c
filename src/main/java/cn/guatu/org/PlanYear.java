package cn.guatu.org;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A year that is planned and followed (年度, semantics §1).
 *
 * @param year the calendar year
 * @param state 编制, 执行 or 归档
 */
public record PlanYear(int year, PlanYearState state) {

    /** The year that is shown when none is asked for: this one when it has a plan, else the latest. */
    public static Optional<Integer> usual(Collection<Integer> years, LocalDate today) {
        return years.contains(today.getYear())
                ? Optional.of(today.getYear())
                : years.stream().max(Comparator.naturalOrder());
    }

    /** The cut-off that is shown when none is asked for: today, and for a year that is over its last day. */
    public static LocalDate usualDay(int year, LocalDate today) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return today.isAfter(last) ? last : today;
    }
}

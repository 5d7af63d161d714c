package cn.guatu.rollup.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Expected progress 序时进度 at a cut-off (semantics §7), as a fraction. */
public final class Expectation {

    private static final int MONTHS = 12;

    private Expectation() {}

    /** Months of the year that are complete: the last day of a month completes it. 0 before the year, 12 after it. */
    public static int completedMonths(int year, LocalDate cutOff) {
        if (cutOff.getYear() != year) {
            return cutOff.getYear() < year ? 0 : MONTHS;
        }
        return cutOff.equals(YearMonth.from(cutOff).atEndOfMonth())
                ? cutOff.getMonthValue()
                : cutOff.getMonthValue() - 1;
    }

    /** MONTH_LINEAR: completed months / 12. */
    public static BigDecimal monthLinear(int year, LocalDate cutOff) {
        return Exact.divide(completedMonths(year, cutOff), MONTHS);
    }

    /** DAY_LINEAR: day of year / days in the year. */
    static BigDecimal dayLinear(int year, LocalDate cutOff) {
        if (cutOff.getYear() != year) {
            return cutOff.getYear() < year ? BigDecimal.ZERO : BigDecimal.ONE;
        }
        return Exact.divide(cutOff.getDayOfYear(), cutOff.lengthOfYear());
    }

    /** The curve as a step at month ends: what was planned for the last completed month; 0 before the first month given. */
    static BigDecimal step(NavigableMap<Integer, BigDecimal> plan, int year, LocalDate cutOff) {
        return atEndOf(plan, completedMonths(year, cutOff));
    }

    /** The curve interpolated by days between month ends; the year starts at 0. */
    static BigDecimal interpolated(NavigableMap<Integer, BigDecimal> plan, int year, LocalDate cutOff) {
        int completed = completedMonths(year, cutOff);
        BigDecimal before = atEndOf(plan, completed);
        if (cutOff.getYear() != year || completed == cutOff.getMonthValue()) {
            return before;
        }
        BigDecimal step = atEndOf(plan, completed + 1).subtract(before);
        return before.add(Exact.divide(
                step.multiply(BigDecimal.valueOf(cutOff.getDayOfMonth())), BigDecimal.valueOf(cutOff.lengthOfMonth())));
    }

    /** NODE: Σ weight of nodes planned on or before the cut-off / Σ weight; null when the weights make 0 or there are none. */
    static @Nullable BigDecimal byNodes(List<YearFacts.Node> nodes, LocalDate cutOff) {
        BigDecimal due = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (YearFacts.Node node : nodes) {
            all = all.add(node.weightOrOne());
            if (!node.planned().isAfter(cutOff)) {
                due = due.add(node.weightOrOne());
            }
        }
        return all.signum() == 0 ? null : Exact.divide(due, all);
    }

    /** A blank month keeps the month before. */
    private static BigDecimal atEndOf(NavigableMap<Integer, BigDecimal> plan, int month) {
        Map.Entry<Integer, BigDecimal> written = plan.floorEntry(month);
        return written == null ? BigDecimal.ZERO : written.getValue();
    }
}

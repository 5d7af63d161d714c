package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * How a year may end, drawn many times from what has happened: each open node slips as some finished node has slipped, or each month left
 * brings what some past month brought. The same figures and the same seed give the same answer.
 */
public final class Simulation {

    /** Runs of a simulation: enough for whole per cents. */
    public static final int RUNS = 2000;

    private Simulation() {}

    /**
     * An open node that will add to the target.
     *
     * @param quantity what it adds, in the unit of the target
     * @param due its forecast date, else its planned one
     */
    public record OpenNode(BigDecimal quantity, LocalDate due) {}

    /** Where the runs end: nine of ten, half, and one of ten are above these; and how many of all reach the target. */
    public record Spread(
            BigDecimal low,
            BigDecimal middle,
            BigDecimal high,
            @Nullable BigDecimal chance) {}

    /**
     * The end of the year by slips.
     *
     * @param slips calendar days that finished nodes were late, negative for early; not empty
     */
    public static Spread bySlips(
            BigDecimal achieved,
            @Nullable BigDecimal target,
            List<OpenNode> nodes,
            List<Integer> slips,
            LocalDate cutOff,
            long seed) {
        int[] history = slips.stream().mapToInt(Integer::intValue).sorted().toArray();
        LocalDate end = LocalDate.of(cutOff.getYear(), 12, 31);
        SplittableRandom random = new SplittableRandom(seed);
        List<BigDecimal> ends = new ArrayList<>(RUNS);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal sum = achieved;
            for (OpenNode node : nodes) {
                if (!finish(node.due(), history, cutOff, random).isAfter(end)) {
                    sum = sum.add(node.quantity());
                }
            }
            ends.add(sum);
        }
        return spread(ends, target);
    }

    /**
     * The end of the year by months.
     *
     * @param months what each completed month has added; not empty
     * @param left months left in the year
     */
    public static Spread byMonths(
            BigDecimal achieved, @Nullable BigDecimal target, List<BigDecimal> months, int left, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<BigDecimal> ends = new ArrayList<>(RUNS);
        for (int run = 0; run < RUNS; run++) {
            BigDecimal sum = achieved;
            for (int month = 0; month < left; month++) {
                sum = sum.add(months.get(random.nextInt(months.size())));
            }
            ends.add(sum);
        }
        return spread(ends, target);
    }

    /**
     * A node that is open at the cut-off has slipped at least until the day after it: only slips beyond that are drawn. One that is later
     * than any before it is drawn to be late by another slip from now on.
     */
    private static LocalDate finish(LocalDate due, int[] history, LocalDate cutOff, SplittableRandom random) {
        long least = ChronoUnit.DAYS.between(due, cutOff) + 1;
        int first = Arrays.binarySearch(history, (int) Math.clamp(least, -400, 4000));
        first = first < 0 ? -first - 1 : first;
        while (first > 0 && history[first - 1] >= least) {
            first--;
        }
        if (first == history.length) {
            return cutOff.plusDays(1L + Math.max(0, history[random.nextInt(history.length)]));
        }
        return due.plusDays(history[first + random.nextInt(history.length - first)]);
    }

    private static Spread spread(List<BigDecimal> ends, @Nullable BigDecimal target) {
        List<BigDecimal> sorted = ends.stream().sorted().toList();
        BigDecimal chance = null;
        if (target != null) {
            long reached =
                    sorted.stream().filter(end -> end.compareTo(target) >= 0).count();
            chance = BigDecimal.valueOf(reached).divide(BigDecimal.valueOf(RUNS), 4, RoundingMode.HALF_UP);
        }
        return new Spread(sorted.get(RUNS / 10), sorted.get(RUNS / 2), sorted.get(RUNS - RUNS / 10 - 1), chance);
    }
}

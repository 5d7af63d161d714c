package cn.guatu.rollup;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.rollup.rule.Figures;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.rollup.rule.Overall;
import cn.guatu.rollup.rule.Scope;
import cn.guatu.rollup.rule.View;
import cn.guatu.rollup.rule.YearFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The year's trend: the same figure at each month end, from facts that were read once. */
final class Trend {

    private static final int MONTHS = 12;

    private final YearFacts facts;
    private final Map<YearMonth, List<LedgerSums.Sum>> added;
    private final List<LedgerSumQueries.Entry> values;
    private final View view;
    private final WorkCalendar calendar;

    Trend(
            YearFacts facts,
            Map<YearMonth, List<LedgerSums.Sum>> added,
            List<LedgerSumQueries.Entry> values,
            View view,
            WorkCalendar calendar) {
        this.facts = facts;
        this.added = added;
        this.values = values;
        this.view = view;
        this.calendar = calendar;
    }

    /** @param addedByLastDay what had been added by the last day, which may lie inside a month */
    List<TrendPoint> upTo(LocalDate lastDay, List<LedgerSums.Sum> addedByLastDay) {
        List<TrendPoint> points = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            YearMonth of = YearMonth.of(facts.year(), month);
            LocalDate end = of.atEndOfMonth();
            boolean open = YearMonth.from(lastDay).equals(of) && lastDay.isBefore(end);
            LocalDate cutOff = open ? lastDay : end;
            boolean toCome = cutOff.isAfter(lastDay);
            Overall overall = overall(cutOff, open || toCome ? addedByLastDay : addedBy(of));
            points.add(new TrendPoint(month, cutOff, toCome ? null : overall.rate(), overall.expected()));
        }
        return points;
    }

    private Overall overall(LocalDate cutOff, List<LedgerSums.Sum> sums) {
        List<LedgerSums.Sum> all = new ArrayList<>(sums);
        StockValues.at(values, cutOff)
                .forEach(value -> all.add(new LedgerSums.Sum(
                        value.target(),
                        value.street(),
                        value.department(),
                        value.shared(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        value.quantity(),
                        BigDecimal.ZERO)));
        Figures figures = new Figures(facts, new LedgerSums(all, Set.of()), cutOff, view, Set.of(), calendar);
        return Summaries.overall(facts, figures, Scope.DISTRICT);
    }

    private List<LedgerSums.Sum> addedBy(YearMonth month) {
        List<LedgerSums.Sum> sums = new ArrayList<>();
        added.forEach((each, of) -> {
            if (!each.isAfter(month)) {
                sums.addAll(of);
            }
        });
        return sums;
    }
}

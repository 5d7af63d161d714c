package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * 填报质量 of each unit, over the weeks that closed in the month: a week in which an asked report was missing costs once, however many
 * were missing; a report that was sent back costs once, however often. A report is the department's that leads the phase, unless a
 * person of a street answers for it.
 */
final class ReportFacts {

    private final Map<UnitId, Integer> due = new HashMap<>();
    private final Map<UnitId, List<Fact>> facts = new HashMap<>();

    private ReportFacts() {}

    /**
     * @param items of the weeks that count
     * @param streets the units that are streets
     */
    static ReportFacts of(List<ReportItem> items, Collection<Person> people, Set<UnitId> streets) {
        Map<PersonId, UnitId> units = new HashMap<>();
        people.forEach(person -> units.put(person.id(), person.unit()));
        ReportFacts all = new ReportFacts();
        Map<UnitId, TreeMap<ReportingWeek, Integer>> missed = new HashMap<>();
        for (ReportItem item : items) {
            UnitId home = item.owner() == null ? null : units.get(item.owner());
            UnitId unit = home != null && streets.contains(home) ? home : item.department();
            if (item.asked()) {
                all.due.merge(unit, 1, Integer::sum);
                if (item.state() == ReportState.NOT_REPORTED || item.state() == ReportState.DRAFT) {
                    missed.computeIfAbsent(unit, each -> new TreeMap<>()).merge(item.week(), 1, Integer::sum);
                }
            }
            if (item.returns() > 0) {
                all.add(unit, returned(item));
            }
        }
        missed.forEach((unit, weeks) -> weeks.forEach((week, count) -> all.add(unit, missed(week, count))));
        return all;
    }

    /** How many reports the unit was asked for. */
    int due(UnitId unit) {
        return due.getOrDefault(unit, 0);
    }

    List<Fact> facts(UnitId unit) {
        return facts.getOrDefault(unit, List.of());
    }

    private void add(UnitId unit, Fact fact) {
        facts.computeIfAbsent(unit, each -> new ArrayList<>()).add(fact);
    }

    private static Fact missed(ReportingWeek week, int count) {
        return new Fact(
                Measure.MISSED_WEEK,
                "missed:" + week,
                "漏报 " + week,
                BigDecimal.ONE,
                null,
                true,
                "第" + week + "周截止时有" + count + "项应报未报",
                "review?week=" + week);
    }

    private static Fact returned(ReportItem item) {
        return new Fact(
                Measure.RETURNED_REPORT,
                "returned:" + item.week() + ":" + item.phase().value()
                        + (item.node() == null ? "" : ":" + item.node().value()),
                "退回 " + item.week(),
                BigDecimal.ONE,
                null,
                true,
                "第" + item.week() + "周的周报被退回" + item.returns() + "次",
                "review?week=" + item.week());
    }
}

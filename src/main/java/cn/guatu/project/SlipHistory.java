package cn.guatu.project;

import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.security.AccessScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who moved which date, how often and by how much (semantics §10). It is read off the history of the nodes, so that no way of changing a
 * date escapes it; the versions of the schedules lend the reasons.
 */
@Service
public class SlipHistory {

    /** What totals are of. */
    public enum By {
        NODE,
        PROJECT,
        PERSON,
        UNIT
    }

    private final ScheduleQueries queries;
    private final OrgService org;
    private final WorkCalendars calendars;
    private final RetryingTransactions transactions;

    SlipHistory(ScheduleQueries queries, OrgService org, WorkCalendars calendars, RetryingTransactions transactions) {
        this.queries = queries;
        this.org = org;
        this.calendars = calendars;
        this.transactions = transactions;
    }

    /** Every change of a 计划完成 of the year's nodes that the scope sees, latest first. */
    public List<Slip> slips(int year, AccessScope scope) {
        return transactions.readOnly(() -> {
            WorkCalendar calendar = calendars.current();
            List<ScheduleQueries.DateKnown[]> pairs = new ArrayList<>();
            ScheduleQueries.DateKnown before = null;
            for (ScheduleQueries.DateKnown known : queries.dates(year, scope)) {
                if (before != null
                        && before.node().equals(known.node())
                        && !before.planned().equals(known.planned())) {
                    pairs.add(new ScheduleQueries.DateKnown[] {before, known});
                }
                before = known;
            }
            Set<Instant> instants = pairs.stream().map(pair -> pair[1].since()).collect(Collectors.toSet());
            Map<Instant, String> actors = queries.actors(instants);
            Map<PhaseId, Map<Instant, String>> reasons = queries.reasons(year);
            return pairs.stream()
                    .map(pair -> slip(pair[0], pair[1], calendar, actors, reasons))
                    .sorted(Comparator.comparing(Slip::at)
                            .reversed()
                            .thenComparing(slip -> slip.node().value()))
                    .toList();
        });
    }

    private static Slip slip(
            ScheduleQueries.DateKnown was,
            ScheduleQueries.DateKnown now,
            WorkCalendar calendar,
            Map<Instant, String> actors,
            Map<PhaseId, Map<Instant, String>> reasons) {
        return new Slip(
                now.node(),
                now.name(),
                now.phase(),
                now.projectCode(),
                now.projectName(),
                was.planned(),
                now.planned(),
                calendar.workingDaysBetween(was.planned(), now.planned()),
                now.since(),
                actors.getOrDefault(now.since(), ""),
                reasons.getOrDefault(now.phase(), Map.of()).get(now.since()),
                was.owner(),
                was.ownerId(),
                now.lead());
    }

    /** Totals of the same, those moved by most working days first. */
    public List<SlipTotal> totals(int year, By by, AccessScope scope) {
        Map<UnitId, String> units = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return totals(slips(year, scope), by, units);
    }

    /** Totals of slips that were read already. */
    public static List<SlipTotal> totals(List<Slip> slips, By by, Map<UnitId, String> units) {
        Function<Slip, String> name = switch (by) {
            case NODE -> slip -> slip.projectName() + " · " + slip.nodeName();
            case PROJECT -> Slip::projectName;
            case PERSON -> Slip::owner;
            case UNIT -> slip -> units.getOrDefault(slip.lead(), "—");
        };
        Map<String, List<Slip>> groups =
                slips.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> total(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(SlipTotal::workingDays)
                        .reversed()
                        .thenComparing(SlipTotal::name))
                .toList();
    }

    private static SlipTotal total(String name, List<Slip> slips) {
        return new SlipTotal(
                name,
                (int) slips.stream().filter(slip -> slip.workingDays() > 0).count(),
                slips.stream().mapToInt(Slip::workingDays).sum(),
                Math.max(0, slips.stream().mapToInt(Slip::workingDays).max().orElse(0)),
                (int) slips.stream().filter(slip -> slip.workingDays() < 0).count());
    }
}

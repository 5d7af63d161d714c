package cn.guatu.supervision;

import cn.guatu.org.OrgService;
import cn.guatu.org.Person;
import cn.guatu.org.PersonId;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportService;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** This week's reporting, who is silent, what is late, what moved, what reporting costs; within the scope of the caller. */
@Service
public class OverviewService {

    private static final int TREND_WEEKS = 8;
    private static final int FIELDS = 5;

    private final ReportService reports;
    private final ReportDeadlines deadlines;
    private final RollupService rollup;
    private final ProjectService projects;
    private final SlipQueries slips;
    private final OrgService org;
    private final PlanYearService years;
    private final WorkCalendars calendars;
    private final CurrentUser user;
    private final BusinessClock clock;

    OverviewService(
            ReportService reports,
            ReportDeadlines deadlines,
            RollupService rollup,
            ProjectService projects,
            SlipQueries slips,
            OrgService org,
            PlanYearService years,
            WorkCalendars calendars,
            CurrentUser user,
            BusinessClock clock) {
        this.reports = reports;
        this.deadlines = deadlines;
        this.rollup = rollup;
        this.projects = projects;
        this.slips = slips;
        this.org = org;
        this.years = years;
        this.calendars = calendars;
        this.user = user;
        this.clock = clock;
    }

    /** The week as the caller sees it; a week that has passed as of its Sunday. */
    @PreAuthorize(Permission.May.READ)
    public WeekOverview week(int year, ReportingWeek week) {
        years.require(year);
        Map<PhaseId, Phase> phases = projects.phases(year).stream()
                .filter(phase -> phase.isSeenBy(user.scope()))
                .collect(Collectors.toMap(Phase::id, phase -> phase, (one, other) -> one, LinkedHashMap::new));
        List<ReportItem> items = reports.items(year, week.plus(1 - TREND_WEEKS), week).stream()
                .filter(item -> item.asked() && phases.containsKey(item.phase()))
                .toList();
        LocalDate day = clock.today().isBefore(week.lastDay()) ? clock.today() : week.lastDay();
        List<NodeFigure> late = rollup.nodes(year, NodeState.LATE, AsOf.of(day), user.scope()).stream()
                .sorted(Comparator.comparingInt(NodeFigure::daysLate)
                        .reversed()
                        .thenComparing(node -> node.id().value()))
                .toList();
        List<ReportItem> now =
                items.stream().filter(item -> item.week().equals(week)).toList();
        return new WeekOverview(
                week, rates(now, deadlines.due(week)), named(year, now, phases), late, slips(year), burden(items));
    }

    private List<WeekOverview.UnitRate> rates(List<ReportItem> items, Instant due) {
        Map<UnitId, String> names = unitNames();
        Map<String, List<ReportItem>> byUnit = items.stream()
                .collect(Collectors.groupingBy(
                        item -> name(names, item.department()), TreeMap::new, Collectors.toList()));
        return byUnit.entrySet().stream()
                .map(each -> new WeekOverview.UnitRate(
                        each.getKey(),
                        each.getValue().size(),
                        count(each.getValue(), item -> item.state().isReported()),
                        count(
                                each.getValue(),
                                item -> item.state().isReported()
                                        && item.submittedAt() != null
                                        && !item.submittedAt().isAfter(due)),
                        count(each.getValue(), item -> item.returns() > 0)))
                .sorted(Comparator.comparingInt(WeekOverview.UnitRate::percent)
                        .thenComparing(WeekOverview.UnitRate::unit))
                .toList();
    }

    private static int count(List<ReportItem> items, Predicate<ReportItem> which) {
        return (int) items.stream().filter(which).count();
    }

    private List<WeekOverview.Item> named(int year, List<ReportItem> items, Map<PhaseId, Phase> phases) {
        Map<NodeId, Node> nodes = projects.nodes(year).stream().collect(Collectors.toMap(Node::id, node -> node));
        Map<UnitId, String> units = unitNames();
        Map<PersonId, String> people = org.people().stream().collect(Collectors.toMap(Person::id, Person::name));
        List<WeekOverview.Item> named = new ArrayList<>();
        for (ReportItem item : items) {
            Phase phase = Objects.requireNonNull(phases.get(item.phase()));
            Node node = item.node() == null ? null : nodes.get(item.node());
            String owner = item.owner() != null
                    ? Objects.requireNonNullElse(people.get(item.owner()), phase.owner())
                    : node != null && node.owner() != null ? node.owner() : phase.owner();
            named.add(new WeekOverview.Item(
                    phase.projectName() + " " + phase.name() + (node == null ? "" : " · " + node.name()),
                    item.phase(),
                    item.node(),
                    name(units, item.department()),
                    owner,
                    item.state().isReported(),
                    item.noChange() ? "无变化" : item.state().label(),
                    item.returns(),
                    Objects.requireNonNullElse(item.reason(), "")));
        }
        return named;
    }

    private List<Slip> slips(int year) {
        Map<Instant, String> actors = slips.actors(year);
        WorkCalendar calendar = calendars.current();
        Map<NodeId, List<SlipQueries.Dates>> byNode = slips.dates(year, user.scope()).stream()
                .collect(Collectors.groupingBy(SlipQueries.Dates::node, LinkedHashMap::new, Collectors.toList()));
        return byNode.values().stream()
                .map(dates -> slip(dates, actors, calendar))
                .filter(slip -> slip.times() > 0)
                .sorted(Comparator.comparing(Slip::last)
                        .reversed()
                        .thenComparing(slip -> slip.node().value()))
                .toList();
    }

    private static Slip slip(List<SlipQueries.Dates> dates, Map<Instant, String> actors, WorkCalendar calendar) {
        SlipQueries.Dates first = dates.getFirst();
        SlipQueries.Dates now = dates.getLast();
        int times = 0;
        Instant last = first.since();
        TreeSet<String> by = new TreeSet<>();
        for (int i = 1; i < dates.size(); i++) {
            SlipQueries.Dates before = dates.get(i - 1);
            SlipQueries.Dates after = dates.get(i);
            if (!before.planned().equals(after.planned()) || !Objects.equals(before.forecast(), after.forecast())) {
                times++;
                last = after.since();
                by.add(Objects.requireNonNullElse(actors.get(after.since()), "—"));
            }
        }
        LocalDate to = now.planned().equals(first.planned()) && now.forecast() != null ? now.forecast() : now.planned();
        return new Slip(
                now.node(),
                now.phase(),
                times,
                String.join("、", by),
                now.planned(),
                first.planned(),
                now.forecast(),
                calendar.workingDaysBetween(first.planned(), to),
                last);
    }

    private static List<WeekOverview.Burden> burden(List<ReportItem> items) {
        Map<ReportingWeek, List<ReportItem>> byWeek =
                items.stream().collect(Collectors.groupingBy(ReportItem::week, TreeMap::new, Collectors.toList()));
        return byWeek.entrySet().stream()
                .map(each -> new WeekOverview.Burden(
                        each.getKey(),
                        each.getValue().size(),
                        (int) each.getValue().stream()
                                .map(ReportItem::owner)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count(),
                        each.getValue().stream()
                                .mapToInt(item -> item.noChange() ? 1 : FIELDS)
                                .sum()))
                .toList();
    }

    private Map<UnitId, String> unitNames() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
    }

    private static String name(Map<UnitId, String> names, UnitId id) {
        return Objects.requireNonNullElse(names.get(id), "—");
    }
}

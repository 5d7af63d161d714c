package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.assessment.rule.UnitFacts;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportService;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.RollupService;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.SupervisionService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what a month is judged by: a fixed handful of statements in one consistent snapshot, however large the year. */
@Component
class FactCollector {

    private final RollupService rollup;
    private final OrgService org;
    private final ReportService reports;
    private final ReportDeadlines deadlines;
    private final BlockerService blockers;
    private final DecisionService decisions;
    private final SupervisionService supervision;
    private final ObjectionQueries objections;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;

    FactCollector(
            RollupService rollup,
            OrgService org,
            ReportService reports,
            ReportDeadlines deadlines,
            BlockerService blockers,
            DecisionService decisions,
            SupervisionService supervision,
            ObjectionQueries objections,
            RetryingTransactions transactions,
            BusinessClock clock) {
        this.rollup = rollup;
        this.org = org;
        this.reports = reports;
        this.deadlines = deadlines;
        this.blockers = blockers;
        this.decisions = decisions;
        this.supervision = supervision;
        this.objections = objections;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param knownAt everything recorded up to then, nothing later */
    MonthFacts collect(YearMonth month, Instant knownAt) {
        return transactions.readOnly(() -> {
            MonthFigures figures = rollup.month(month, knownAt);
            List<Unit> units = org.units(knownAt);
            Map<String, List<Fact>> progress = ProgressFacts.of(figures);
            Map<String, List<Fact>> nodes = NodeFacts.of(figures.nodes(), month);
            int year = month.getYear();
            Map<UnitId, List<Fact>> matters =
                    MatterFacts.of(blockers.all(year, knownAt), decisions.all(year, knownAt), month.atEndOfMonth());
            ReportFacts weeks = ReportFacts.of(reports(month, knownAt), org.people(knownAt), streets(units));
            Map<UnitId, List<Fact>> cards = CardFacts.of(supervision.cards(year, month, knownAt));
            Map<UnitId, List<Fact>> helped = steppingIn(objections.steppingIn(year, month.getMonthValue(), knownAt));
            List<UnitFacts> all = new ArrayList<>();
            for (Unit unit : units) {
                if (unit.kind() == UnitKind.DISTRICT) {
                    continue;
                }
                List<Fact> facts = new ArrayList<>(progress.getOrDefault(unit.name(), List.of()));
                facts.addAll(nodes.getOrDefault(unit.name(), List.of()));
                // A task force is there for a while: it is assessed when it leads something.
                boolean leads = !facts.isEmpty();
                facts.addAll(matters.getOrDefault(unit.id(), List.of()));
                facts.addAll(weeks.facts(unit.id()));
                facts.addAll(cards.getOrDefault(unit.id(), List.of()));
                facts.addAll(helped.getOrDefault(unit.id(), List.of()));
                if (unit.kind() != UnitKind.TASK_FORCE || leads) {
                    all.add(new UnitFacts(unit.id(), unit.name(), unit.kind(), weeks.due(unit.id()), facts));
                }
            }
            return new MonthFacts(figures, all);
        });
    }

    private static Map<UnitId, List<Fact>> steppingIn(List<SteppingIn> all) {
        Map<UnitId, List<Fact>> facts = new HashMap<>();
        for (SteppingIn each : all) {
            if (each.stands()) {
                facts.computeIfAbsent(each.unit(), unit -> new ArrayList<>())
                        .add(new Fact(
                                Measure.STEPPING_IN,
                                each.key(),
                                "主动补位：" + each.item(),
                                BigDecimal.ONE,
                                null,
                                true,
                                each.reason(),
                                null));
            }
        }
        return facts;
    }

    /** The reports of the weeks that closed in the month, and by the instant. */
    List<ReportItem> reports(YearMonth month, Instant knownAt) {
        List<ReportingWeek> closed = new ArrayList<>();
        ReportingWeek last = ReportingWeek.containing(month.atEndOfMonth());
        for (ReportingWeek week = ReportingWeek.containing(month.atDay(1));
                week.compareTo(last) <= 0;
                week = week.next()) {
            Instant closes = deadlines.closes(week);
            if (YearMonth.from(closes.atZone(clock.zone())).equals(month) && !closes.isAfter(knownAt)) {
                closed.add(week);
            }
        }
        return closed.isEmpty()
                ? List.of()
                : reports.items(month.getYear(), closed.getFirst(), closed.getLast(), knownAt);
    }

    private static Set<UnitId> streets(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.kind() == UnitKind.STREET)
                .map(Unit::id)
                .collect(Collectors.toSet());
    }
}

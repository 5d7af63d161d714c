package cn.guatu.bulletin;

import cn.guatu.assessment.AssessmentService;
import cn.guatu.assessment.MonthResult;
import cn.guatu.assessment.Published;
import cn.guatu.assessment.Scorecard;
import cn.guatu.assessment.Snapshot;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.MonthFigures;
import cn.guatu.bulletin.rule.MonthFigures.CauseLine;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.bulletin.rule.MonthFigures.UnitLine;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.By;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.security.AccessScope;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerService;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.DecisionService;
import cn.guatu.supervision.DecisionStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the figures of a month for its documents. They are those of the whole district, whoever reads. */
@Component
class MonthReading {

    private static final AccessScope DISTRICT = AccessScope.everything();

    private final RollupService rollup;
    private final OrgService org;
    private final PlanYearService years;
    private final BlockerService blockers;
    private final DecisionService decisions;
    private final AssessmentService assessment;
    private final BusinessClock clock;

    MonthReading(
            RollupService rollup,
            OrgService org,
            PlanYearService years,
            BlockerService blockers,
            DecisionService decisions,
            AssessmentService assessment,
            BusinessClock clock) {
        this.rollup = rollup;
        this.org = org;
        this.years = years;
        this.blockers = blockers;
        this.decisions = decisions;
        this.assessment = assessment;
        this.clock = clock;
    }

    /** The month as published, else as the figures stand now. @throws Refusal NOT_FOUND for an unknown year or a month to come */
    MonthFigures of(int year, int month) {
        Optional<Snapshot> published = published(year, month);
        if (published.isPresent()) {
            return of(published.get());
        }
        AsOf asOf = AsOf.of(cutOff(year, month));
        return figures(
                year,
                month,
                asOf,
                null,
                rollup.targets(year, asOf, DISTRICT),
                rollup.summary(year, null, asOf, DISTRICT).getFirst(),
                rollup.summary(year, By.STREET, asOf, DISTRICT),
                rollup.summary(year, By.DEPARTMENT, asOf, DISTRICT),
                assessment.result(year, month).map(MonthResult::scorecards).orElse(List.of()));
    }

    /** A month as it was published. */
    MonthFigures of(Snapshot published) {
        return figures(
                published.year(),
                published.month(),
                new AsOf(published.cutOff(), published.knownAt()),
                published.publishedAt().atZone(BusinessClock.ZONE).toLocalDate(),
                published.targets(),
                published.summary(),
                published.streetSummaries(),
                published.departmentSummaries(),
                published.scorecards());
    }

    /** The publication of a month; empty before the first. @throws Refusal NOT_FOUND for an unknown year or a month to come */
    Optional<Snapshot> published(int year, int month) {
        cutOff(year, month);
        return assessment.snapshot(year, month);
    }

    /** What the figures of a month are asked for with: as it was published, else its last day (or today) as known now. */
    AsOf asOf(int year, int month) {
        LocalDate cutOff = cutOff(year, month);
        return assessment.published(year).stream()
                .filter(each -> each.month() == month)
                .max(Comparator.comparingInt(Published::edition))
                .map(each -> new AsOf(each.cutOff(), each.knownAt()))
                .orElseGet(() -> AsOf.of(cutOff));
    }

    private MonthFigures figures(
            int year,
            int month,
            AsOf asOf,
            @Nullable LocalDate issuedOn,
            List<TargetFigure> targets,
            UnitSummary overall,
            List<UnitSummary> streets,
            List<UnitSummary> departments,
            List<Scorecard> cards) {
        Map<String, Unit> units =
                org.units().stream().collect(Collectors.toMap(Unit::name, Function.identity(), (one, other) -> one));
        List<NodeFigure> late = rollup.nodes(year, NodeState.LATE, asOf, DISTRICT).stream()
                .sorted(Comparator.comparingInt(NodeFigure::daysLate)
                        .reversed()
                        .thenComparing(node -> node.id().value()))
                .toList();
        return new MonthFigures(
                year,
                month,
                asOf.date(),
                issuedOn,
                district(units),
                targets,
                overall,
                month == 1
                        ? null
                        : rollup.summary(year, null, asOf(year, month - 1), DISTRICT)
                                .getFirst(),
                lines(streets, units, cards),
                lines(departments, units, cards),
                late,
                causes(year, asOf.date()),
                matters(year, asOf.date()));
    }

    /** The day that the documents of a month speak of. */
    LocalDate cutOff(int year, int month) {
        years.require(year);
        if (month < 1 || month > 12) {
            throw Refusal.invalid("月份应为 1 至 12。");
        }
        YearMonth of = YearMonth.of(year, month);
        LocalDate today = clock.today();
        if (of.atDay(1).isAfter(today)) {
            throw Refusal.notFound(year + "年" + month + "月尚未开始，还没有通报。");
        }
        return of.atEndOfMonth().isAfter(today) ? today : of.atEndOfMonth();
    }

    /** Score and rank of a unit in a month and a month before; null without a score. */
    CardPage.@Nullable Standing standing(int year, int month, UnitId unit) {
        List<Scorecard> cards =
                assessment.result(year, month).map(MonthResult::scorecards).orElse(List.of());
        Scorecard own = card(cards, unit);
        if (own == null || own.score() == null || own.rank() == null) {
            return null;
        }
        int of = (int) cards.stream()
                .filter(card -> card.unitType() == own.unitType() && card.rank() != null)
                .count();
        Scorecard before = month == 1
                ? null
                : card(
                        assessment
                                .result(year, month - 1)
                                .map(MonthResult::scorecards)
                                .orElse(List.of()),
                        unit);
        return new CardPage.Standing(
                own.score(),
                own.rank(),
                of,
                before == null ? null : before.score(),
                before == null ? null : before.rank(),
                own.parts().stream()
                        .map(part -> new CardPage.Part(part.name(), part.effectiveWeight(), part.score()))
                        .toList());
    }

    private static @Nullable Scorecard card(List<Scorecard> cards, UnitId unit) {
        return cards.stream()
                .filter(card -> card.unitId().equals(unit))
                .findFirst()
                .orElse(null);
    }

    private static String district(Map<String, Unit> units) {
        return units.values().stream()
                .filter(unit -> unit.kind() == UnitKind.DISTRICT)
                .min(Comparator.comparing(unit -> unit.id().value()))
                .map(Unit::name)
                .orElse("");
    }

    private static List<UnitLine> lines(List<UnitSummary> summaries, Map<String, Unit> units, List<Scorecard> cards) {
        List<UnitLine> lines = new ArrayList<>();
        for (UnitSummary summary : summaries) {
            Unit unit = units.get(String.valueOf(summary.unit()));
            if (unit != null) {
                Scorecard card = card(cards, unit.id());
                lines.add(new UnitLine(
                        "unit." + unit.id().value(),
                        summary,
                        card == null ? null : card.score(),
                        card == null ? null : card.rank()));
            }
        }
        return lines;
    }

    private List<CauseLine> causes(int year, LocalDate cutOff) {
        Map<BlockerCause, Integer> open = new EnumMap<>(BlockerCause.class);
        for (Blocker blocker : blockers.all(year)) {
            if (blocker.status() != BlockerStatus.CLOSED && !blocker.raisedOn().isAfter(cutOff)) {
                open.merge(blocker.cause() == null ? BlockerCause.OTHER : blocker.cause(), 1, Integer::sum);
            }
        }
        return open.entrySet().stream()
                .map(entry -> new CauseLine(entry.getKey().label(), entry.getValue()))
                .sorted(Comparator.comparingInt(CauseLine::open).reversed())
                .toList();
    }

    private List<MatterLine> matters(int year, LocalDate cutOff) {
        Map<UnitId, String> names = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        return decisions.all(year).stream()
                .filter(decision -> !decision.meetingDate().isAfter(cutOff))
                .map(decision -> new MatterLine(
                        decision.matter(),
                        names.getOrDefault(decision.lead(), ""),
                        decision.due(),
                        decision.status().label(),
                        decision.status() == DecisionStatus.CLOSED))
                .toList();
    }
}

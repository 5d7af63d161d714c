package cn.guatu.bulletin;

import cn.guatu.bulletin.rule.CardKind;
import cn.guatu.bulletin.rule.CardPage;
import cn.guatu.bulletin.rule.Forecast;
import cn.guatu.bulletin.rule.MonthFigures;
import cn.guatu.bulletin.rule.MonthFigures.MatterLine;
import cn.guatu.bulletin.rule.MonthFigures.UnitLine;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.org.OrgService;
import cn.guatu.org.UnitId;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.security.AccessScope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the scorecard pages of a month show: once for the month, then page by page. */
@Component
class CardReading {

    private static final AccessScope DISTRICT = AccessScope.everything();
    private static final int MONTHS = 12;
    private static final int REDS = 4;
    private static final int MATTERS = 4;

    private final MonthReading months;
    private final RollupService rollup;
    private final Outlooks outlooks;
    private final OrgService org;

    CardReading(MonthReading months, RollupService rollup, Outlooks outlooks, OrgService org) {
        this.months = months;
        this.rollup = rollup;
        this.outlooks = outlooks;
        this.org = org;
    }

    /** The list of a month, in the order of the subjects and within a kind by rank. */
    List<Standing> standings(int year, int month, List<Subject> subjects) {
        MonthFigures figures = months.of(year, month);
        List<Standing> standings = new ArrayList<>();
        for (Subject subject : subjects) {
            if (subject.kind() == CardKind.LEADER) {
                UnitSummary summary = UnitSummary.over(
                        subject.name(),
                        figures.targets().stream()
                                .filter(target -> subject.name().equals(target.leader()))
                                .toList());
                standings.add(new Standing(subject, summary, null, null));
                continue;
            }
            List<UnitLine> lines = subject.kind() == CardKind.STREET ? figures.streets() : figures.departments();
            lines.stream()
                    .filter(line -> line.name().equals(subject.name()))
                    .findFirst()
                    .ifPresent(line -> standings.add(new Standing(subject, line.summary(), line.score(), line.rank())));
        }
        standings.sort(Comparator.comparing((Standing each) -> each.subject().kind())
                .thenComparing(Standing::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder())));
        return standings;
    }

    Month month(int year, int month) {
        return new Month(months.of(year, month));
    }

    /** The pages of one month. */
    final class Month {

        private final MonthFigures figures;
        private final List<NodeFigure> nodes;
        private final Outlooks.Basis basis;
        private final List<AsOf> ends = new ArrayList<>();
        private final MonthSeries series;
        private final Map<By, List<List<UnitSummary>>> summaries = new EnumMap<>(By.class);
        private final Map<By, List<List<RollupRow>>> rows = new EnumMap<>(By.class);

        private Month(MonthFigures figures) {
            this.figures = figures;
            this.nodes =
                    rollup.nodes(figures.year(), NodeState.ALL, months.asOf(figures.year(), figures.month()), DISTRICT);
            this.basis = outlooks.basis(figures.year(), figures.cutOff(), nodes, figures.targets());
            for (int each = 1; each <= figures.month(); each++) {
                ends.add(months.asOf(figures.year(), each));
            }
            this.series = MonthSeries.of(ends.stream()
                    .map(end -> rollup.targets(figures.year(), end, DISTRICT))
                    .toList());
        }

        CardPage page(Subject subject) {
            return subject.kind() == CardKind.LEADER ? leader(subject) : unit(subject);
        }

        private CardPage unit(Subject subject) {
            By by = subject.kind() == CardKind.STREET ? By.STREET : By.DEPARTMENT;
            @Nullable UnitId street = by == By.STREET ? new UnitId(Long.parseLong(subject.id())) : null;
            Predicate<NodeFigure> own = node -> by == By.STREET
                    ? node.streets().contains(subject.name())
                    : subject.name().equals(node.leadDepartment());
            Map<String, TargetFigure> targets =
                    figures.targets().stream().collect(Collectors.toMap(TargetFigure::code, Function.identity()));
            List<Foretold> lines = new ArrayList<>();
            List<List<RollupRow>> byMonth = rows(by);
            for (RollupRow row : byMonth.getLast()) {
                TargetFigure target = targets.get(row.targetCode());
                if (target != null && subject.name().equals(by == By.STREET ? row.street() : row.department())) {
                    Forecast forecast = outlooks.of(
                            basis,
                            target,
                            row.achieved(),
                            row.target(),
                            added(byMonth, by, subject.name(), row.targetCode()),
                            own,
                            street);
                    lines.add(new Foretold(line(target, row, forecast), target));
                }
            }
            List<List<UnitSummary>> summary = summaries(by);
            List<CardPage.MonthLight> strip = strip(
                    month -> ofUnit(summary.get(month), subject.name()),
                    end -> ofUnit(rollup.summary(figures.year(), by, end, DISTRICT), subject.name()));
            UnitSummary now = ofUnit(summary.getLast(), subject.name());
            return page(
                    subject,
                    now,
                    strip,
                    lines,
                    own,
                    Set.of(subject.name()),
                    months.standing(figures.year(), figures.month(), new UnitId(Long.parseLong(subject.id()))),
                    List.of());
        }

        private CardPage leader(Subject subject) {
            Predicate<TargetFigure> his = target -> subject.name().equals(target.leader());
            List<Foretold> lines = figures.targets().stream()
                    .filter(his)
                    .map(target -> new Foretold(
                            line(
                                    target,
                                    outlooks.of(
                                            basis,
                                            target,
                                            target.achieved(),
                                            target.target(),
                                            completed(target.code()),
                                            node -> true,
                                            null)),
                            target))
                    .toList();
            Set<String> departments = figures.targets().stream()
                    .filter(his)
                    .map(TargetFigure::leadDepartment)
                    .collect(Collectors.toSet());
            Function<Collection<TargetFigure>, UnitSummary> over = targets -> UnitSummary.over(
                    subject.name(), targets.stream().filter(his).toList());
            List<CardPage.MonthLight> strip = strip(
                    month -> over.apply(series.months().get(month).values()),
                    end -> over.apply(rollup.targets(figures.year(), end, DISTRICT)));
            UnitSummary now = over.apply(figures.targets());
            Set<String> codes = lines.stream().map(each -> each.line().code()).collect(Collectors.toSet());
            return page(
                    subject,
                    now,
                    strip,
                    lines,
                    node -> codes.contains(String.valueOf(node.targetCode())),
                    departments,
                    null,
                    figures.departments().stream()
                            .filter(line -> departments.contains(line.name()))
                            .map(Month::standing)
                            .toList());
        }

        private CardPage page(
                Subject subject,
                UnitSummary summary,
                List<CardPage.MonthLight> strip,
                List<Foretold> foretold,
                Predicate<NodeFigure> own,
                Set<String> units,
                CardPage.@Nullable Standing standing,
                List<CardPage.UnitStanding> standings) {
            List<CardPage.Line> lines = foretold.stream()
                    .map(Foretold::line)
                    .sorted(Comparator.comparing(CardPage.Line::part)
                            .thenComparing(
                                    CardPage.Line::deviation,
                                    Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())))
                    .toList();
            List<NodeFigure> late = figures.late().stream().filter(own).toList();
            List<MatterLine> matters = figures.matters().stream()
                    .filter(matter -> units.contains(matter.lead()))
                    .sorted(Comparator.comparing(MatterLine::closed).thenComparing(MatterLine::due))
                    .limit(MATTERS)
                    .toList();
            return new CardPage(
                    subject.kind(),
                    subject.id(),
                    subject.name(),
                    figures.year(),
                    figures.month(),
                    figures.cutOff(),
                    figures.issuedOn() != null,
                    standing,
                    summary,
                    strip,
                    lines,
                    standings,
                    reds(lines, late),
                    late.size(),
                    matters,
                    outlook(foretold));
        }

        private List<String> reds(List<CardPage.Line> lines, List<NodeFigure> late) {
            List<String> reds = new ArrayList<>();
            for (CardPage.Line line : lines) {
                boolean bad = line.light() == Light.RED || line.light() == Light.ORANGE;
                if (bad && reds.size() < REDS) {
                    long behind = late.stream()
                            .filter(node -> line.code().equals(node.targetCode()))
                            .count();
                    reds.add(line.name() + "：完成率" + Shown.rate(line.rate())
                            + (line.deviation() == null ? "" : "，" + Shown.againstPace(line.deviation()))
                            + (behind == 0 ? "" : "，有" + behind + "个节点逾期"));
                }
            }
            late.stream()
                    .limit(Math.max(1, REDS + 2 - reds.size()))
                    .forEach(node -> reds.add(node.projectName() + "“" + node.node() + "”逾期" + node.daysLate() + "个工作日（"
                            + node.owner() + "）"));
            return reds;
        }

        /**
         * The twelve months as published; one that was behind and has caught up by what this month knows is yellow (补齐, semantics §8).
         *
         * @param ofMonth of a month that has begun, January is 0
         * @param known of a month's end as known later
         */
        private List<CardPage.MonthLight> strip(
                Function<Integer, UnitSummary> ofMonth, Function<AsOf, UnitSummary> known) {
            List<CardPage.MonthLight> strip = new ArrayList<>();
            for (int month = 0; month < ends.size(); month++) {
                UnitSummary of = ofMonth.apply(month);
                AsOf end = ends.get(month);
                boolean mayCatchUp = of.light().isBehind()
                        && end.knownAt() != null
                        && !end.knownAt().equals(ends.getLast().knownAt());
                Light light = mayCatchUp
                        ? of.light()
                                .onceKnown(known.apply(new AsOf(
                                                end.date(), ends.getLast().knownAt()))
                                        .light())
                        : of.light();
                strip.add(new CardPage.MonthLight(month + 1, light, of.rate(), light != of.light()));
            }
            for (int month = ends.size(); month < MONTHS; month++) {
                strip.add(new CardPage.MonthLight(month + 1, null, null, false));
            }
            return strip;
        }

        private static UnitSummary ofUnit(List<UnitSummary> summaries, String unit) {
            return summaries.stream()
                    .filter(each -> unit.equals(each.unit()))
                    .findFirst()
                    .orElseGet(() -> UnitSummary.over(unit, List.of()));
        }

        private List<List<UnitSummary>> summaries(By by) {
            return summaries.computeIfAbsent(
                    by,
                    unused -> ends.stream()
                            .map(end -> rollup.summary(figures.year(), by, end, DISTRICT))
                            .toList());
        }

        private List<List<RollupRow>> rows(By by) {
            return rows.computeIfAbsent(
                    by,
                    unused -> ends.stream()
                            .map(end -> rollup.rollup(figures.year(), Set.of(by), null, end, DISTRICT))
                            .toList());
        }

        private List<BigDecimal> completed(String code) {
            List<BigDecimal> added = series.added(code);
            boolean complete =
                    figures.cutOff().getDayOfMonth() == figures.cutOff().lengthOfMonth();
            return complete ? added : added.subList(0, added.size() - 1);
        }

        private List<BigDecimal> added(List<List<RollupRow>> byMonth, By by, String unit, String code) {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            for (int month = 0; month < byMonth.size(); month++) {
                LocalDate end = ends.get(month).date();
                boolean complete = end.getDayOfMonth() == end.lengthOfMonth();
                if (complete) {
                    values.add(byMonth.get(month).stream()
                            .filter(row -> row.targetCode().equals(code)
                                    && unit.equals(by == By.STREET ? row.street() : row.department()))
                            .map(RollupRow::achieved)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null));
                }
            }
            return MonthSeries.differences(values);
        }

        private static CardPage.UnitStanding standing(UnitLine line) {
            return new CardPage.UnitStanding(
                    line.name(),
                    line.score(),
                    line.rank(),
                    line.summary().rate(),
                    line.summary().light());
        }
    }

    /** A line and the target it is of. */
    private record Foretold(CardPage.Line line, TargetFigure target) {}

    private static CardPage.Line line(TargetFigure target, Forecast forecast) {
        return line(
                target,
                target.target(),
                target.achieved(),
                target.rate(),
                target.deviation(),
                target.light(),
                target.lightReason(),
                forecast);
    }

    private static CardPage.Line line(TargetFigure target, RollupRow row, Forecast forecast) {
        return line(
                target,
                row.target(),
                row.achieved(),
                row.rate(),
                row.deviation(),
                row.light(),
                row.lightReason(),
                forecast);
    }

    private static CardPage.Line line(
            TargetFigure target,
            @Nullable BigDecimal goal,
            @Nullable BigDecimal achieved,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal deviation,
            Light light,
            String reason,
            Forecast forecast) {
        return new CardPage.Line(
                target.code(),
                target.name(),
                target.parentCode() != null,
                Shown.quantity(goal, target.unit()),
                achieved == null ? "未报" : Shown.achieved(achieved, target.kind(), target.unit()),
                rate,
                target.expected(),
                target.planned(),
                deviation,
                light,
                reason,
                share(forecast.low(), goal),
                share(forecast.middle(), goal),
                share(forecast.high(), goal));
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal quantity, @Nullable BigDecimal goal) {
        return quantity == null || goal == null || goal.signum() == 0
                ? null
                : quantity.divide(goal, MathContext.DECIMAL64);
    }

    /** 综合完成率 at the year end, when all targets end low, in the middle or high; one without runs stays where it is. */
    private static CardPage.Outlook outlook(List<Foretold> lines) {
        List<Foretold> top = lines.stream()
                .filter(each -> !each.line().part() && each.line().rate() != null)
                .toList();
        int foretold =
                (int) top.stream().filter(each -> each.line().middle() != null).count();
        if (foretold == 0) {
            return new CardPage.Outlook(null, null, null, 0);
        }
        return new CardPage.Outlook(
                mean(top, CardPage.Line::low),
                mean(top, CardPage.Line::middle),
                mean(top, CardPage.Line::high),
                foretold);
    }

    private static BigDecimal mean(List<Foretold> lines, Function<CardPage.Line, @Nullable BigDecimal> end) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Foretold each : lines) {
            BigDecimal weight = each.target().weight() == null
                    ? BigDecimal.ONE
                    : each.target().weight();
            BigDecimal foretold = end.apply(each.line());
            BigDecimal rate =
                    Objects.requireNonNull(foretold == null ? each.line().rate() : foretold);
            sum = sum.add(weight.multiply(rate.min(BigDecimal.ONE)));
            weights = weights.add(weight);
        }
        return weights.signum() == 0 ? BigDecimal.ZERO : sum.divide(weights, MathContext.DECIMAL64);
    }
}

package cn.guatu.bulletin;

import cn.guatu.bulletin.Analysis.Outlook;
import cn.guatu.bulletin.rule.Forecast;
import cn.guatu.bulletin.rule.Shown;
import cn.guatu.bulletin.rule.Waterfall;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.Explanation;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.AccessScope;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Forecasts, movements, stages, durations and causes, worked out from the figures that the caller sees. */
@Service
public class AnalysisService {

    private final RollupService rollup;
    private final MonthReading months;
    private final Outlooks outlooks;
    private final WorkInProgress work;
    private final CurrentUser user;
    private final BusinessClock clock;

    AnalysisService(
            RollupService rollup,
            MonthReading months,
            Outlooks outlooks,
            WorkInProgress work,
            CurrentUser user,
            BusinessClock clock) {
        this.rollup = rollup;
        this.months = months;
        this.outlooks = outlooks;
        this.work = work;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND for an unknown year or a month to come */
    @PreAuthorize(Permission.May.READ)
    public Analysis of(int year, int month) {
        AccessScope scope = user.scope();
        LocalDate cutOff = months.cutOff(year, month);
        AsOf asOf = months.asOf(year, month);
        List<TargetFigure> targets = rollup.targets(year, asOf, scope);
        List<NodeFigure> nodes = rollup.nodes(year, NodeState.ALL, asOf, scope);
        MonthSeries series = series(year, cutOff, scope);
        Outlooks.Basis basis = outlooks.basis(year, cutOff, nodes, targets);
        List<Outlook> ends = new ArrayList<>();
        for (TargetFigure target : targets) {
            if (target.kind() == TargetKind.FLOW && target.achieved() != null) {
                Forecast forecast = outlooks.of(
                        basis,
                        target,
                        target.achieved(),
                        target.target(),
                        series.added(target.code()),
                        node -> true,
                        null);
                ends.add(new Outlook(target, forecast));
            }
        }
        ends.sort(Comparator.comparing(
                        (Outlook each) -> each.forecast().chance(),
                        Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                .thenComparing(each -> each.target().sortOrder()));
        return new Analysis(
                cutOff,
                ends,
                month == 1 ? null : overall(targets, series.before(month)),
                work.funnels(year, nodes),
                work.stages(year, nodes),
                work.reviews(year, cutOff),
                work.causes(year, cutOff, scope));
    }

    /**
     * What moved a 累计 target since the end of the month before: rows of this month by project, and what was recorded late or corrected.
     *
     * @return null in January, and for a target whose rows do not add up over time
     * @throws Refusal NOT_FOUND for an unknown target
     */
    @PreAuthorize(Permission.May.READ)
    public @Nullable Waterfall movement(int year, int month, String code) {
        months.cutOff(year, month);
        if (month == 1) {
            return null;
        }
        LocalDate lastEnd = YearMonth.of(year, month - 1).atEndOfMonth();
        Explanation now = rollup.explain(year, code, null, null, months.asOf(year, month), user.scope());
        if (now.kind() != TargetKind.FLOW || now.numerator() == null) {
            return null;
        }
        Instant then = Objects.requireNonNullElseGet(
                months.asOf(year, month - 1).knownAt(),
                () -> lastEnd.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant());
        BigDecimal from = BigDecimal.ZERO;
        Map<String, BigDecimal> steps = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (Explanation.Row row : now.rows()) {
            boolean before = !row.occurredOn().isAfter(lastEnd);
            boolean known = row.recordedAt() != null && !row.recordedAt().isAfter(then);
            if (before && known) {
                from = from.add(row.counted());
            } else {
                String name = before
                        ? row.counted().signum() < 0 ? "更正以前月份" : "补报以前月份"
                        : row.projectName() + (row.phase().equals("一期") ? "" : row.phase());
                steps.merge(name, row.counted(), BigDecimal::add);
                rows.merge(name, 1, Integer::sum);
            }
        }
        List<Waterfall.Step> sorted = steps.entrySet().stream()
                .map(entry -> new Waterfall.Step(
                        entry.getKey(),
                        entry.getValue(),
                        rows.get(entry.getKey()) + " 条计入，合计 " + Shown.quantity(entry.getValue(), now.unit())))
                .sorted(Comparator.comparing(
                                (Waterfall.Step step) -> step.change().abs())
                        .reversed())
                .toList();
        return new Waterfall(from, sorted, Objects.requireNonNull(now.numerator()));
    }

    /** The targets at the end of each completed month. */
    MonthSeries series(int year, LocalDate cutOff, AccessScope scope) {
        List<List<TargetFigure>> ends = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate end = YearMonth.of(year, month).atEndOfMonth();
            if (end.isAfter(cutOff)) {
                break;
            }
            ends.add(rollup.targets(year, months.asOf(year, month), scope));
        }
        return MonthSeries.of(ends);
    }

    private static Waterfall overall(List<TargetFigure> targets, Map<String, TargetFigure> before) {
        List<Waterfall.Part> parts = new ArrayList<>();
        for (TargetFigure target : targets) {
            if (target.parentCode() == null) {
                TargetFigure then = before.get(target.code());
                parts.add(new Waterfall.Part(
                        target.name(),
                        target.weight() == null ? BigDecimal.ONE : target.weight(),
                        then == null ? null : then.rate(),
                        target.rate()));
            }
        }
        return Waterfall.ofOverall(parts);
    }

    /** The month that a page shows when its address names none: the last completed one of the year, else the first. */
    @PreAuthorize(Permission.May.READ)
    public int usualMonth(int year) {
        LocalDate today = clock.today();
        if (today.getYear() != year) {
            return today.getYear() < year ? 1 : 12;
        }
        boolean last = today.getDayOfMonth() == today.lengthOfMonth();
        return Math.max(1, last ? today.getMonthValue() : today.getMonthValue() - 1);
    }
}

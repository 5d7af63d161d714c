package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.PlanNature;
import cn.guatu.rollup.By;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small plan year put together in a test: streets 甲 and 乙, departments 更新科 and 整备科. */
final class AYear {

    static final UnitId JIA = new UnitId(1);
    static final UnitId YI = new UnitId(2);
    static final UnitId RENEWAL = new UnitId(11);
    static final UnitId LAND = new UnitId(12);
    static final Scope IN_JIA = new Scope(JIA, null);
    static final Scope IN_YI = new Scope(YI, null);
    static final WorkCalendar WEEKDAYS = new WorkCalendar(Map.of());

    final int year;
    private final List<YearFacts.Target> targets = new ArrayList<>();
    private final Map<TargetId, List<YearFacts.Version>> versions = new HashMap<>();
    private final Map<TargetId, NavigableMap<Integer, BigDecimal>> plans = new HashMap<>();
    private final Map<TargetId, Map<UnitId, BigDecimal>> allocations = new HashMap<>();
    private final List<YearFacts.Node> nodes = new ArrayList<>();
    private final List<LedgerSums.Sum> sums = new ArrayList<>();
    private final Set<NodeId> recognised = new HashSet<>();
    private long ids = 100;

    AYear(int year) {
        this.year = year;
    }

    YearFacts.Target target(String code, TargetKind kind, Pace pace, @Nullable String value) {
        return target(code, kind, pace, value, Direction.UP, null, null, null, null);
    }

    YearFacts.Target flow(String code, @Nullable String value) {
        return target(code, TargetKind.FLOW, Pace.MONTH_LINEAR, value);
    }

    YearFacts.Target part(String code, String value, YearFacts.Target parent, OfWhich ofWhich) {
        return target(code, parent.kind(), Pace.MONTH_LINEAR, value, Direction.UP, null, null, parent.id(), ofWhich);
    }

    YearFacts.Target target(
            String code,
            TargetKind kind,
            Pace pace,
            @Nullable String value,
            Direction direction,
            @Nullable String base,
            @Nullable String weight,
            @Nullable TargetId parent,
            @Nullable OfWhich ofWhich) {
        YearFacts.Target target = new YearFacts.Target(
                new TargetId(ids++),
                code,
                code,
                code,
                "公顷",
                kind,
                direction,
                base == null ? null : new BigDecimal(base),
                pace,
                RENEWAL,
                null,
                null,
                null,
                weight == null ? null : new BigDecimal(weight),
                parent,
                ofWhich,
                targets.size());
        targets.add(target);
        if (value != null) {
            version(target, VersionStatus.CONFIRMED, value, LocalDate.of(year, 1, 1));
        }
        return target;
    }

    AYear version(YearFacts.Target target, VersionStatus status, @Nullable String value, LocalDate from) {
        List<YearFacts.Version> all = versions.computeIfAbsent(target.id(), id -> new ArrayList<>());
        all.add(new YearFacts.Version(
                ids,
                status,
                value == null ? null : new BigDecimal(value),
                false,
                null,
                from,
                null,
                Instant.EPOCH.plusSeconds(ids++)));
        return this;
    }

    AYear plan(YearFacts.Target target, int month, String cumulative) {
        plans.computeIfAbsent(target.id(), id -> new TreeMap<>()).put(month, new BigDecimal(cumulative));
        return this;
    }

    AYear allocate(YearFacts.Target target, UnitId unit, String value) {
        allocations.computeIfAbsent(target.id(), id -> new LinkedHashMap<>()).put(unit, new BigDecimal(value));
        return this;
    }

    YearFacts.Phase phase(PlanNature nature, UnitId lead, Map<UnitId, String> shares) {
        List<YearFacts.Share> split = new ArrayList<>();
        shares.forEach((street, share) -> split.add(new YearFacts.Share(street, new BigDecimal(share))));
        long id = ids++;
        return new YearFacts.Phase(
                new PhaseId(id),
                "P" + id,
                "项目" + id,
                "一期",
                nature,
                lead,
                "张三",
                null,
                new TreeMap<>(Map.of(LocalDate.EPOCH, split)),
                Set.of());
    }

    YearFacts.Phase phase(UnitId lead, Map<UnitId, String> shares) {
        return phase(PlanNature.PLANNED, lead, shares);
    }

    YearFacts.Node node(
            YearFacts.Phase phase,
            LocalDate planned,
            @Nullable LocalDate actual,
            YearFacts.@Nullable Target target,
            @Nullable String quantity,
            @Nullable String weight) {
        long id = ids++;
        YearFacts.Node node = new YearFacts.Node(
                new NodeId(id),
                phase,
                "节点" + id,
                planned,
                null,
                actual,
                null,
                weight == null ? null : new BigDecimal(weight),
                null,
                target == null ? null : target.id(),
                quantity == null ? null : new BigDecimal(quantity),
                nodes.size());
        nodes.add(node);
        return node;
    }

    AYear recognisedOn(YearFacts.Node node) {
        recognised.add(node.id());
        return this;
    }

    /** A row of the phase, split by its shares; a denominator makes it one of a ratio. */
    AYear row(YearFacts.Phase phase, YearFacts.Target target, String quantity, String denominator) {
        for (YearFacts.Share share : phase.sharesOn(LocalDate.EPOCH)) {
            BigDecimal whole = new BigDecimal(quantity);
            BigDecimal part = whole.multiply(share.share());
            BigDecimal of = new BigDecimal(denominator);
            sums.add(new LedgerSums.Sum(
                    target.id(), share.street(), phase.lead(), part, of.multiply(share.share()), part, whole, of));
        }
        return this;
    }

    AYear row(YearFacts.Phase phase, YearFacts.Target target, String quantity) {
        return row(phase, target, quantity, "0");
    }

    Figures on(LocalDate cutOff, By... by) {
        return seenBy(View.WHOLE, cutOff, by);
    }

    Figures seenBy(View view, LocalDate cutOff, By... by) {
        return new Figures(facts(), new LedgerSums(sums, recognised), cutOff, view, Set.of(by), WEEKDAYS);
    }

    Figure district(YearFacts.Target target, LocalDate cutOff) {
        return on(cutOff).figure(target, Scope.DISTRICT);
    }

    YearFacts facts() {
        Map<UnitId, YearFacts.Unit> units = new LinkedHashMap<>();
        unit(units, JIA, "甲街道", UnitKind.STREET);
        unit(units, YI, "乙街道", UnitKind.STREET);
        unit(units, RENEWAL, "更新科", UnitKind.DEPARTMENT);
        unit(units, LAND, "整备科", UnitKind.DEPARTMENT);
        return new YearFacts(year, units, targets, versions, plans, allocations, nodes);
    }

    private static void unit(Map<UnitId, YearFacts.Unit> units, UnitId id, String name, UnitKind kind) {
        units.put(id, new YearFacts.Unit(id, name, name, kind, units.size()));
    }
}

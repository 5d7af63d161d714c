package cn.guatu.target;

import cn.guatu.org.ChangeLog;
import cn.guatu.org.NameKey;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Targets (指标) with their versions, plan curves and allocations. */
@Service
public class TargetService {

    private final TargetQueries queries;
    private final TargetStore store;
    private final OrgService org;
    private final ChangeLog changes;
    private final PlanMonths months;
    private final RetryingTransactions transactions;

    TargetService(
            TargetQueries queries,
            TargetStore store,
            OrgService org,
            ChangeLog changes,
            PlanMonths months,
            RetryingTransactions transactions) {
        this.queries = queries;
        this.store = store;
        this.org = org;
        this.changes = changes;
        this.months = months;
        this.transactions = transactions;
    }

    /** The targets of a year in the order of the workbook. */
    public List<Target> targets(int year) {
        return queries.targets(year);
    }

    /** The target of a year with this code, folded as {@link NameKey#ofCode} does. */
    public Optional<Target> find(int year, String code) {
        return queries.find(year, NameKey.ofCode(code));
    }

    /** The target with this identity. */
    public Optional<Target> find(TargetId id) {
        return queries.find(List.of(id)).stream().findFirst();
    }

    /**
     * The target of a year with this code.
     *
     * @throws Refusal NOT_FOUND when there is none
     */
    public Target require(int year, String code) {
        return find(year, code).orElseThrow(() -> Refusal.notFound(year + " 年度没有编码为“" + code + "”的指标。"));
    }

    /**
     * Creates and changes targets; what is as it should be is left alone. Parents must be there already.
     *
     * @return their ids, in order
     * @throws Refusal CONFLICT for a code that is taken, INVALID when parents form a loop or belong to another year
     */
    public List<TargetId> save(List<TargetData> targets, Recording how) {
        return transactions.execute(() -> saved(targets, null, how));
    }

    /**
     * Changes one target.
     *
     * @param target with its id
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since
     */
    public void edit(TargetData target, int version, Recording how) {
        transactions.run(() -> saved(List.of(target), version, how));
    }

    private List<TargetId> saved(List<TargetData> targets, @Nullable Integer version, Recording how) {
        if (targets.isEmpty()) {
            return List.of();
        }
        requireLeads(targets);
        TargetStore.Saved saved = store.save(targets, version, how);
        if (!saved.changed().isEmpty()) {
            Map<Integer, List<Target>> byYear =
                    queries.find(saved.changed()).stream().collect(Collectors.groupingBy(Target::year));
            byYear.forEach((year, changed) -> {
                requireTree(year);
                changes.record(
                        how,
                        year,
                        "TARGETS",
                        changed.size() == 1 ? changed.getFirst().name() : "指标 " + changed.size() + " 条");
            });
        }
        return saved.ids();
    }

    /**
     * Removes a target with its values and parts.
     *
     * @param version the one that was seen
     * @throws Refusal CONFLICT when somebody else has changed it since, or something refers to it
     */
    public void remove(TargetId id, int version, Recording how) {
        transactions.run(() -> {
            Target target = find(id).orElseThrow(() -> Refusal.notFound("该指标已不存在，请刷新。"));
            store.remove(target, version, how);
            changes.record(how, target.year(), "TARGETS", "删除 " + target.name());
        });
    }

    /**
     * Adds values as they come with a workbook. Asks for no reason.
     *
     * @param versions of any targets
     */
    public void addVersions(List<TargetVersionData> versions, Recording how) {
        if (versions.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            Map<TargetId, Target> targets =
                    byId(versions.stream().map(TargetVersionData::target).toList());
            ClosedMonths.refuseDecreases(versions, targets, queries::versions, months, how);
            store.addVersions(versions, targets, how);
            note(targets.values(), "VERSIONS", "年度目标", how);
        });
    }

    /**
     * Adds one value that somebody decided on. A value below the one in force on its first day needs a reason; whoever
     * records it has approved it when nobody else is named (semantics §5).
     *
     * @return as it is recorded
     * @throws Refusal NOT_FOUND for an unknown target, INVALID for a negative value or a decrease without a reason
     */
    public TargetVersion addVersion(TargetVersionData version, Recording how) {
        return transactions.execute(() -> {
            if (version.value() != null && version.value().signum() < 0) {
                throw Refusal.invalid("年度目标不能为负数。");
            }
            Map<TargetId, Target> targets = byId(List.of(version.target()));
            Target target = Objects.requireNonNull(targets.get(version.target()));
            store.lock(target.id());
            LocalDate from =
                    version.effectiveFrom() != null ? version.effectiveFrom() : LocalDate.of(target.year(), 1, 1);
            Optional<TargetVersion> before = TargetVersion.inForce(versions(target.id()), from);
            boolean decrease =
                    before.map(now -> isLess(version.value(), now.value())).orElse(false);
            if (decrease && (version.reason() == null || version.reason().isBlank())) {
                throw Refusal.invalid("“" + target.name() + "”的目标值低于现行值，请填写调减原因。");
            }
            TargetVersionData complete = new TargetVersionData(
                    version.target(),
                    version.status(),
                    version.value(),
                    version.approx(),
                    version.docNo(),
                    from,
                    version.reason(),
                    version.approvedBy() == null && decrease ? how.actor() : version.approvedBy());
            ClosedMonths.refuseDecreases(List.of(complete), targets, queries::versions, months, how);
            store.addVersions(List.of(complete), targets, how);
            note(targets.values(), "VERSIONS", "年度目标", how);
            return versions(target.id()).getLast();
        });
    }

    /**
     * Refuses a value that could not be added because it would lower a closed month; writes nothing.
     *
     * @throws Refusal NOT_FOUND for an unknown target, CONFLICT when a locked month stands against it
     */
    public void refuseDecreaseOfClosedMonth(TargetVersionData version, Recording how) {
        ClosedMonths.refuseDecreases(List.of(version), byId(List.of(version.target())), queries::versions, months, how);
    }

    /** All versions of a year's targets in the order in which they were recorded. */
    public List<TargetVersion> versions(int year) {
        return queries.versions(year);
    }

    /** All versions of a target in the order in which they were recorded. */
    public List<TargetVersion> versions(TargetId target) {
        return queries.versions(target);
    }

    /**
     * Replaces the cumulative monthly plans of targets.
     *
     * @param plans month 1 to 12 → planned by its end, in the unit of the target; a month that is absent keeps the month
     *     before; empty: no plan
     */
    public void savePlans(Map<TargetId, SortedMap<Integer, BigDecimal>> plans, Recording how) {
        if (plans.isEmpty()) {
            return;
        }
        transactions.run(() -> note(byId(store.savePlans(plans, how)).values(), "PLANS", "月度计划", how));
    }

    /** The cumulative monthly plans of a year, as written; targets without one are absent. */
    public Map<TargetId, SortedMap<Integer, BigDecimal>> plans(int year) {
        return queries.plans(year);
    }

    /**
     * Writes the parts of streets and departments; other parts of the same targets stay.
     *
     * @throws Refusal INVALID for the district or a negative part
     */
    public void saveAllocations(List<Allocation> allocations, Recording how) {
        if (allocations.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            requireUnits(allocations);
            note(byId(store.saveAllocations(allocations, how)).values(), "ALLOCATIONS", "目标分解", how);
        });
    }

    /**
     * Gives a target these parts and no others.
     *
     * @param before the parts that the change was made on
     * @throws Refusal CONFLICT when they are others by now, INVALID for the district or a negative part
     */
    public void replaceAllocations(
            TargetId target, Collection<Allocation> before, List<Allocation> parts, Recording how) {
        transactions.run(() -> {
            Target whole = Objects.requireNonNull(byId(List.of(target)).get(target));
            requireUnits(parts);
            store.lock(target);
            List<Allocation> now = allocations(whole.year()).stream()
                    .filter(part -> part.target().equals(target))
                    .toList();
            if (!same(now, before)) {
                throw Refusal.conflict("“" + whole.name() + "”的分解刚刚被他人修改，您的修改没有保存；请核对后重试。");
            }
            if (store.replaceAllocations(target, parts, how)) {
                note(List.of(whole), "ALLOCATIONS", "目标分解", how);
            }
        });
    }

    private static boolean same(Collection<Allocation> now, Collection<Allocation> before) {
        return now.size() == before.size()
                && before.stream()
                        .allMatch(each -> now.stream()
                                .anyMatch(part -> part.unit().equals(each.unit())
                                        && part.value().compareTo(each.value()) == 0
                                        && part.approx() == each.approx()));
    }

    private void requireUnits(List<Allocation> parts) {
        Map<UnitId, Unit> units = units();
        for (Allocation part : parts) {
            Unit unit = units.get(part.unit());
            if (unit == null || unit.kind() == UnitKind.DISTRICT) {
                throw Refusal.invalid("指标只能分解到街道、科室或专班。");
            }
            if (part.value().signum() < 0) {
                throw Refusal.invalid("“" + unit.name() + "”的分解值不能为负数。");
            }
        }
    }

    /** The parts of a year's targets. */
    public List<Allocation> allocations(int year) {
        return queries.allocations(year);
    }

    private Map<TargetId, Target> byId(Collection<TargetId> ids) {
        Map<TargetId, Target> found =
                queries.find(ids).stream().collect(Collectors.toMap(Target::id, Function.identity()));
        if (!found.keySet().containsAll(ids)) {
            throw Refusal.notFound("指标已不存在，请刷新后重试。");
        }
        return found;
    }

    private void note(Collection<Target> targets, String kind, String word, Recording how) {
        targets.stream()
                .collect(Collectors.groupingBy(Target::year))
                .forEach((year, changed) -> changes.record(
                        how,
                        year,
                        kind,
                        word + "：" + (changed.size() == 1 ? changed.getFirst().name() : changed.size() + " 项指标")));
    }

    private Map<UnitId, Unit> units() {
        return org.units().stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    private void requireLeads(List<TargetData> targets) {
        Map<UnitId, Unit> units = units();
        for (TargetData target : targets) {
            Unit lead = units.get(target.lead());
            if (lead == null || (lead.kind() != UnitKind.DEPARTMENT && lead.kind() != UnitKind.TASK_FORCE)) {
                throw Refusal.invalid("指标“" + target.name() + "”的牵头科室须是科室或专班。");
            }
        }
    }

    private void requireTree(int year) {
        Map<TargetId, Target> byId = new HashMap<>();
        targets(year).forEach(target -> byId.put(target.id(), target));
        for (Target target : byId.values()) {
            Set<TargetId> above = new HashSet<>();
            for (Target at = target; at.parent() != null; ) {
                if (!above.add(at.id())) {
                    throw Refusal.invalid("指标“" + target.name() + "”的上级指标形成循环，请更正。");
                }
                Target parent = byId.get(at.parent());
                if (parent == null) {
                    throw Refusal.invalid("指标“" + at.name() + "”的上级指标不属于 " + year + " 年度。");
                }
                at = parent;
            }
        }
    }

    /** A value that is taken away counts as less. */
    private static boolean isLess(@Nullable BigDecimal value, @Nullable BigDecimal before) {
        return before != null && (value == null || value.compareTo(before) < 0);
    }
}

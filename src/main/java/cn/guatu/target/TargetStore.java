package cn.guatu.target;

import static cn.guatu.jooq.Tables.ALLOCATION;
import static cn.guatu.jooq.Tables.ALLOCATION_HISTORY;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.TARGET_HISTORY;
import static cn.guatu.jooq.Tables.TARGET_PLAN;
import static cn.guatu.jooq.Tables.TARGET_PLAN_HISTORY;
import static cn.guatu.jooq.Tables.TARGET_VERSION;

import cn.guatu.jooq.tables.records.AllocationRecord;
import cn.guatu.jooq.tables.records.TargetPlanRecord;
import cn.guatu.jooq.tables.records.TargetRecord;
import cn.guatu.jooq.tables.records.TargetVersionRecord;
import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Parts;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes targets, their versions, plans and allocations. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TargetStore {

    private static final Rows<TargetRecord> TARGETS = new Rows<>(
            "指标", TARGET, TARGET_HISTORY, TARGET.ID, TARGET.VERSION, List.of(TARGET.CODE_KEY, TARGET.PLAN_YEAR));
    private static final Parts<TargetPlanRecord> PLANS =
            new Parts<>("月度计划", TARGET_PLAN, TARGET_PLAN_HISTORY, TARGET_PLAN.TARGET_ID);
    private static final Parts<AllocationRecord> ALLOCATIONS =
            new Parts<>("目标分解", ALLOCATION, ALLOCATION_HISTORY, ALLOCATION.TARGET_ID);

    record Saved(List<TargetId> ids, Set<TargetId> changed) {}

    private final DSLContext sql;

    TargetStore(DSLContext sql) {
        this.sql = sql;
    }

    public Saved save(List<TargetData> targets, @Nullable Integer version, Recording how) {
        Rows.Saved saved = TARGETS.save(
                sql, targets.stream().map(target -> toRow(target, version)).toList(), how.at());
        return new Saved(saved.ids().stream().map(TargetId::new).toList(), ids(saved.changed()));
    }

    /** Lets nobody else change the target until the transaction ends. */
    public void lock(TargetId target) {
        sql.select(TARGET.ID)
                .from(TARGET)
                .where(TARGET.ID.eq(target.value()))
                .forUpdate()
                .execute();
    }

    /** Removes a target with its values, plan and parts; the caller has made sure that nobody relies on it. */
    public void remove(Target target, int version, Recording how) {
        long id = target.id().value();
        PLANS.replace(sql, Map.of(id, List.of()), how.at());
        ALLOCATIONS.replace(sql, Map.of(id, List.of()), how.at());
        sql.deleteFrom(TARGET_VERSION).where(TARGET_VERSION.TARGET_ID.eq(id)).execute();
        Violations.explained("指标", () -> {
            int gone = sql.deleteFrom(TARGET)
                    .where(TARGET.ID.eq(id))
                    .and(TARGET.VERSION.eq(version))
                    .execute();
            if (gone == 0) {
                throw Refusal.conflict("这个指标刚刚被他人修改或删除，没有删除；请刷新后核对。");
            }
            return true;
        });
        Temporal.keep(sql, TARGET, TARGET_HISTORY, TARGET.ID.eq(id), how.at());
    }

    public void addVersions(List<TargetVersionData> versions, Map<TargetId, Target> targets, Recording how) {
        List<TargetVersionRecord> rows = new ArrayList<>();
        for (TargetVersionData version : versions) {
            Target target = targets.get(version.target());
            if (target == null) {
                throw new IllegalArgumentException("no target " + version.target());
            }
            TargetVersionRecord row = new TargetVersionRecord();
            row.setTargetId(version.target().value());
            row.setStatus(version.status().name());
            row.setValue(version.value());
            row.setApprox(version.approx());
            row.setDocNo(version.docNo());
            row.setEffectiveFrom(
                    version.effectiveFrom() != null ? version.effectiveFrom() : LocalDate.of(target.year(), 1, 1));
            row.setReason(version.reason());
            row.setApprovedBy(version.approvedBy());
            row.setImportId(how.importId());
            row.setRecordedBy(how.actor());
            row.setRecordedAt(how.at());
            rows.add(row);
        }
        Violations.explained("年度目标", () -> sql.batchInsert(rows).execute());
    }

    public Set<TargetId> savePlans(Map<TargetId, SortedMap<Integer, BigDecimal>> plans, Recording how) {
        Map<Long, List<TargetPlanRecord>> rows = new LinkedHashMap<>();
        plans.forEach((target, months) -> {
            List<TargetPlanRecord> plan = new ArrayList<>();
            months.forEach((month, cumulative) -> {
                TargetPlanRecord row = new TargetPlanRecord();
                row.setTargetId(target.value());
                row.setMonth(month.byteValue());
                row.setCumulative(cumulative);
                plan.add(row);
            });
            rows.put(target.value(), plan);
        });
        return ids(PLANS.replace(sql, rows, how.at()));
    }

    public Set<TargetId> saveAllocations(List<Allocation> allocations, Recording how) {
        Map<Long, Map<Long, AllocationRecord>> rows = new HashMap<>();
        sql.selectFrom(ALLOCATION)
                .where(ALLOCATION.TARGET_ID.in(
                        allocations.stream().map(part -> part.target().value()).collect(Collectors.toSet())))
                .forUpdate()
                .forEach(row -> rows.computeIfAbsent(row.getTargetId(), id -> new LinkedHashMap<>())
                        .put(row.getUnitId(), row));
        for (Allocation part : allocations) {
            AllocationRecord row = toRow(part);
            rows.computeIfAbsent(row.getTargetId(), id -> new LinkedHashMap<>()).put(row.getUnitId(), row);
        }
        Map<Long, List<AllocationRecord>> wanted = new LinkedHashMap<>();
        rows.forEach((target, parts) -> wanted.put(target, List.copyOf(parts.values())));
        return ids(ALLOCATIONS.replace(sql, wanted, how.at()));
    }

    /** Gives a target these parts and no others. */
    public boolean replaceAllocations(TargetId target, List<Allocation> parts, Recording how) {
        return !ALLOCATIONS
                .replace(
                        sql,
                        Map.of(
                                target.value(),
                                parts.stream().map(TargetStore::toRow).toList()),
                        how.at())
                .isEmpty();
    }

    private static AllocationRecord toRow(Allocation part) {
        AllocationRecord row = new AllocationRecord();
        row.setTargetId(part.target().value());
        row.setUnitId(part.unit().value());
        row.setValue(part.value());
        row.setApprox(part.approx());
        return row;
    }

    private static Set<TargetId> ids(Collection<Long> keys) {
        return keys.stream().map(TargetId::new).collect(Collectors.toSet());
    }

    private static TargetRecord toRow(TargetData target, @Nullable Integer version) {
        TargetRecord row = new TargetRecord();
        row.setId(target.id() == null ? null : target.id().value());
        row.setPlanYear((short) target.year());
        row.setCode(target.code());
        row.setCodeKey(NameKey.ofCode(target.code()));
        row.setName(target.name());
        row.setUnit(target.unit());
        row.setKind(target.kind().name());
        row.setDirection(target.direction().name());
        row.setBaseValue(target.baseValue());
        row.setPace(target.pace().name());
        row.setLeadUnitId(target.lead().value());
        row.setLeaderName(target.leader());
        row.setSource(target.source());
        row.setDefinition(target.definition());
        row.setWeight(target.weight());
        row.setParentId(target.parent() == null ? null : target.parent().value());
        row.setOfWhich(target.ofWhich() == null ? null : target.ofWhich().name());
        row.setSortOrder(target.sortOrder());
        row.setVersion(version);
        return row;
    }
}

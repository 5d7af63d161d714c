package cn.guatu.target;

import static cn.guatu.jooq.Tables.ALLOCATION;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.TARGET_PLAN;
import static cn.guatu.jooq.Tables.TARGET_VERSION;

import cn.guatu.jooq.tables.records.TargetRecord;
import cn.guatu.jooq.tables.records.TargetVersionRecord;
import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads targets as they are now; how they were known is read by the roll-up. */
@Repository
class TargetQueries {

    private final DSLContext sql;

    TargetQueries(DSLContext sql) {
        this.sql = sql;
    }

    public List<Target> targets(int year) {
        return sql.selectFrom(TARGET)
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .orderBy(TARGET.SORT_ORDER, TARGET.ID)
                .fetch(TargetQueries::toTarget);
    }

    public Optional<Target> find(int year, String codeKey) {
        return sql.selectFrom(TARGET)
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .and(TARGET.CODE_KEY.eq(codeKey))
                .fetchOptional(TargetQueries::toTarget);
    }

    public List<Target> find(Collection<TargetId> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.selectFrom(TARGET)
                        .where(TARGET.ID.in(ids.stream().map(TargetId::value).toList()))
                        .orderBy(TARGET.SORT_ORDER, TARGET.ID)
                        .fetch(TargetQueries::toTarget);
    }

    public List<TargetVersion> versions(int year) {
        return sql.select(TARGET_VERSION.fields())
                .from(TARGET_VERSION)
                .join(TARGET)
                .on(TARGET.ID.eq(TARGET_VERSION.TARGET_ID))
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .orderBy(TARGET_VERSION.ID)
                .fetchInto(TARGET_VERSION)
                .map(TargetQueries::toVersion);
    }

    public List<TargetVersion> versions(TargetId target) {
        return sql.selectFrom(TARGET_VERSION)
                .where(TARGET_VERSION.TARGET_ID.eq(target.value()))
                .orderBy(TARGET_VERSION.ID)
                .fetch(TargetQueries::toVersion);
    }

    public Map<TargetId, SortedMap<Integer, BigDecimal>> plans(int year) {
        Map<TargetId, SortedMap<Integer, BigDecimal>> plans = new LinkedHashMap<>();
        sql.select(TARGET_PLAN.TARGET_ID, TARGET_PLAN.MONTH, TARGET_PLAN.CUMULATIVE)
                .from(TARGET_PLAN)
                .join(TARGET)
                .on(TARGET.ID.eq(TARGET_PLAN.TARGET_ID))
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .orderBy(TARGET_PLAN.TARGET_ID, TARGET_PLAN.MONTH)
                .forEach(row -> plans.computeIfAbsent(new TargetId(row.value1()), id -> new TreeMap<>())
                        .put(row.value2().intValue(), row.value3()));
        return plans;
    }

    public List<Allocation> allocations(int year) {
        return sql.select(ALLOCATION.TARGET_ID, ALLOCATION.UNIT_ID, ALLOCATION.VALUE, ALLOCATION.APPROX)
                .from(ALLOCATION)
                .join(TARGET)
                .on(TARGET.ID.eq(ALLOCATION.TARGET_ID))
                .where(TARGET.PLAN_YEAR.eq((short) year))
                .orderBy(TARGET.SORT_ORDER, ALLOCATION.TARGET_ID, ALLOCATION.UNIT_ID)
                .fetch(row -> new Allocation(
                        new TargetId(row.value1()), new UnitId(row.value2()), row.value3(), row.value4()));
    }

    private static Target toTarget(TargetRecord row) {
        return new Target(
                new TargetId(row.getId()),
                row.getPlanYear(),
                row.getCode(),
                row.getName(),
                row.getUnit(),
                TargetKind.valueOf(row.getKind()),
                Direction.valueOf(row.getDirection()),
                row.getBaseValue(),
                Pace.valueOf(row.getPace()),
                new UnitId(row.getLeadUnitId()),
                row.getLeaderName(),
                row.getSource(),
                row.getDefinition(),
                row.getWeight(),
                row.getParentId() == null ? null : new TargetId(row.getParentId()),
                row.getOfWhich() == null ? null : OfWhich.valueOf(row.getOfWhich()),
                row.getSortOrder(),
                row.getVersion());
    }

    private static TargetVersion toVersion(TargetVersionRecord row) {
        return new TargetVersion(
                new TargetVersionId(row.getId()),
                new TargetId(row.getTargetId()),
                VersionStatus.valueOf(row.getStatus()),
                row.getValue(),
                row.getApprox(),
                row.getDocNo(),
                row.getEffectiveFrom(),
                row.getReason(),
                row.getApprovedBy(),
                row.getImportId(),
                row.getRecordedBy(),
                row.getRecordedAt());
    }
}

package cn.guatu.rollup;

import static cn.guatu.jooq.Tables.MONTHLY_TOTAL;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_HISTORY;
import static cn.guatu.jooq.Tables.PROJECT;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.RECOGNITION_SHARE;
import static cn.guatu.platform.persistence.Temporal.asKnown;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import cn.guatu.jooq.tables.Recognition;
import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.rollup.rule.Expectation;
import cn.guatu.rollup.rule.LedgerSums;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Record8;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the ledger says. As known now, full months come from the maintained totals and only an open month from the rows; as known at
 * an instant, everything comes from the rows. Both give the same to the last digit.
 */
@Component
class LedgerSumQueries {

    /** From this day of the month on, fewer rows of it are after the cut-off than before: take those away instead. */
    private static final int LATE_IN_MONTH = 16;

    private final DSLContext sql;

    LedgerSumQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** A cell of the ledger: what sums are kept by. */
    private record Cell(TargetId target, UnitId street, UnitId department) {}

    /** Sums of FLOW and RATIO targets, by what they are told as. */
    private static final class Sums {
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal denominator = BigDecimal.ZERO;
        private BigDecimal recent = BigDecimal.ZERO;
        private BigDecimal unshared = BigDecimal.ZERO;
        private BigDecimal unsharedDenominator = BigDecimal.ZERO;
        private boolean reduced;

        LedgerSums.Sum of(Cell cell) {
            return new LedgerSums.Sum(
                    cell.target(),
                    cell.street(),
                    cell.department(),
                    quantity,
                    denominator,
                    recent,
                    quantity.add(unshared),
                    denominator.add(unsharedDenominator));
        }

        /** All rows of an open month lie after the cut-off: by then there was nothing. */
        boolean isNothing() {
            return reduced && quantity.signum() == 0 && denominator.signum() == 0;
        }
    }

    /**
     * What had been added by the cut-off to targets that add up over time (FLOW, RATIO).
     *
     * @param today on which, or before which, later rows of the month are few
     * @param withInvolved whether 涉及全额 is asked for; else it is left equal to the shared quantity
     */
    List<LedgerSums.Sum> added(Collection<Long> targets, int year, AsOf asOf, LocalDate today, boolean withInvolved) {
        if (targets.isEmpty()) {
            return List.of();
        }
        Map<Cell, Sums> sums = new LinkedHashMap<>();
        if (asOf.knownAt() != null) {
            addFromLedger(sums, targets, year, asOf, asOf.knownAt());
        } else {
            addFromTotals(sums, targets, year, asOf.date(), today);
            if (withInvolved) {
                addUnshared(sums, targets, asOf.date());
            }
        }
        List<LedgerSums.Sum> result = new ArrayList<>(sums.size());
        sums.forEach((cell, each) -> {
            if (!each.isNothing()) {
                result.add(each.of(cell));
            }
        });
        return result;
    }

    private void addFromTotals(
            Map<Cell, Sums> sums, Collection<Long> targets, int year, LocalDate cutOff, LocalDate today) {
        YearMonth month = YearMonth.from(cutOff);
        boolean closed = cutOff.equals(month.atEndOfMonth());
        boolean takeAway = !closed && (cutOff.getDayOfMonth() >= LATE_IN_MONTH || !cutOff.isBefore(today));
        LocalDate last =
                closed || takeAway ? month.atDay(1) : month.minusMonths(1).atDay(1);
        Field<BigDecimal> recent = sum(when(
                        MONTHLY_TOTAL.MONTH.between(recentFrom(year, cutOff), recentTo(year, cutOff)),
                        MONTHLY_TOTAL.QUANTITY)
                .otherwise(BigDecimal.ZERO));
        Select<Record6<Long, Long, Long, BigDecimal, BigDecimal, BigDecimal>> totals = sql.select(
                        MONTHLY_TOTAL.TARGET_ID,
                        MONTHLY_TOTAL.STREET_ID,
                        MONTHLY_TOTAL.DEPARTMENT_ID,
                        sum(MONTHLY_TOTAL.QUANTITY),
                        sum(MONTHLY_TOTAL.DENOMINATOR),
                        recent)
                .from(MONTHLY_TOTAL)
                .where(MONTHLY_TOTAL.TARGET_ID.in(targets))
                .and(MONTHLY_TOTAL.MONTH.le(last))
                .groupBy(MONTHLY_TOTAL.TARGET_ID, MONTHLY_TOTAL.STREET_ID, MONTHLY_TOTAL.DEPARTMENT_ID);
        totals.forEach(row -> addTo(sums, row, false));
        if (closed) {
            return;
        }
        LocalDate from = takeAway ? cutOff.plusDays(1) : month.atDay(1);
        LocalDate to = takeAway ? month.atEndOfMonth() : cutOff;
        sql.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        PHASE.LEAD_UNIT_ID,
                        sum(RECOGNITION_SHARE.QUANTITY),
                        sum(coalesce(RECOGNITION_SHARE.DENOMINATOR, BigDecimal.ZERO)),
                        inline(BigDecimal.ZERO))
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(PHASE)
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(RECOGNITION.OCCURRED_ON.between(from, to))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID)
                .forEach(row -> addTo(sums, row, takeAway));
    }

    private static void addTo(
            Map<Cell, Sums> sums, Record6<Long, Long, Long, BigDecimal, BigDecimal, BigDecimal> row, boolean takeAway) {
        Sums cell = sums.computeIfAbsent(cell(row.value1(), row.value2(), row.value3()), each -> new Sums());
        cell.quantity = takeAway ? cell.quantity.subtract(row.value4()) : cell.quantity.add(row.value4());
        cell.denominator = takeAway ? cell.denominator.subtract(row.value5()) : cell.denominator.add(row.value5());
        cell.recent = cell.recent.add(row.value6());
        cell.reduced |= takeAway;
    }

    /** 涉及全额 differs from the shared quantity only where a row was split. */
    private void addUnshared(Map<Cell, Sums> sums, Collection<Long> targets, LocalDate cutOff) {
        sql.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        PHASE.LEAD_UNIT_ID,
                        sum(RECOGNITION.QUANTITY.minus(RECOGNITION_SHARE.QUANTITY)),
                        sum(coalesce(RECOGNITION.DENOMINATOR, BigDecimal.ZERO)
                                .minus(coalesce(RECOGNITION_SHARE.DENOMINATOR, BigDecimal.ZERO))))
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(PHASE)
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(RECOGNITION.OCCURRED_ON.le(cutOff))
                .and(RECOGNITION_SHARE.SHARE.lt(BigDecimal.ONE))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID)
                .forEach(row -> {
                    Sums cell =
                            sums.computeIfAbsent(cell(row.value1(), row.value2(), row.value3()), each -> new Sums());
                    cell.unshared = cell.unshared.add(row.value4());
                    cell.unsharedDenominator = cell.unsharedDenominator.add(row.value5());
                });
    }

    private void addFromLedger(Map<Cell, Sums> sums, Collection<Long> targets, int year, AsOf asOf, Instant knownAt) {
        LocalDate cutOff = asOf.date();
        Field<BigDecimal> zero = inline(BigDecimal.ZERO);
        sql.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        PHASE.LEAD_UNIT_ID,
                        sum(RECOGNITION_SHARE.QUANTITY),
                        sum(coalesce(RECOGNITION_SHARE.DENOMINATOR, zero)),
                        sum(when(
                                        RECOGNITION.OCCURRED_ON.between(
                                                recentFrom(year, cutOff),
                                                YearMonth.from(recentTo(year, cutOff))
                                                        .atEndOfMonth()),
                                        RECOGNITION_SHARE.QUANTITY)
                                .otherwise(zero)),
                        sum(RECOGNITION.QUANTITY.minus(RECOGNITION_SHARE.QUANTITY)),
                        sum(coalesce(RECOGNITION.DENOMINATOR, zero)
                                .minus(coalesce(RECOGNITION_SHARE.DENOMINATOR, zero))))
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(RECOGNITION.OCCURRED_ON.le(cutOff))
                .and(RECOGNITION.RECORDED_AT.le(knownAt))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID)
                .forEach(
                        (Record8<Long, Long, Long, BigDecimal, BigDecimal, BigDecimal, BigDecimal, BigDecimal> row) -> {
                            Sums cell = sums.computeIfAbsent(
                                    cell(row.value1(), row.value2(), row.value3()), each -> new Sums());
                            cell.quantity = cell.quantity.add(row.value4());
                            cell.denominator = cell.denominator.add(row.value5());
                            cell.recent = cell.recent.add(row.value6());
                            cell.unshared = cell.unshared.add(row.value7());
                            cell.unsharedDenominator = cell.unsharedDenominator.add(row.value8());
                        });
    }

    /** Each phase's value of a STOCK target: its latest standing row by the cut-off; on the same day, the later recorded. */
    List<LedgerSums.Sum> values(Collection<Long> targets, AsOf asOf) {
        if (targets.isEmpty()) {
            return List.of();
        }
        var ranked = select(
                        RECOGNITION.ID,
                        rowNumber()
                                .over()
                                .partitionBy(RECOGNITION.PHASE_ID, RECOGNITION.TARGET_ID)
                                .orderBy(
                                        RECOGNITION.OCCURRED_ON.desc(),
                                        RECOGNITION.RECORDED_AT.desc(),
                                        RECOGNITION.ID.desc())
                                .as("place"))
                .from(RECOGNITION)
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(counted(RECOGNITION, asOf))
                .and(stands(RECOGNITION, asOf))
                .asTable("ranked");
        Field<Long> id = Objects.requireNonNull(ranked.field(RECOGNITION.ID));
        Field<Integer> place = Objects.requireNonNull(ranked.field("place", Integer.class));
        List<LedgerSums.Sum> values = new ArrayList<>();
        sql.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        PHASE.LEAD_UNIT_ID,
                        sum(RECOGNITION_SHARE.QUANTITY),
                        sum(RECOGNITION.QUANTITY))
                .from(ranked)
                .join(RECOGNITION)
                .on(RECOGNITION.ID.eq(id))
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(asKnown(PHASE, PHASE_HISTORY, asOf.knownAt()))
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .where(place.eq(1))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID)
                .forEach(row -> values.add(new LedgerSums.Sum(
                        new TargetId(row.value1()),
                        new UnitId(row.value2()),
                        new UnitId(row.value3()),
                        row.value4(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        row.value5(),
                        BigDecimal.ZERO)));
        return values;
    }

    /** Of the nodes that are due and open at the cut-off, those with a standing row by then: they are not missing. */
    Set<NodeId> recognised(int year, AsOf asOf) {
        Set<NodeId> nodes = new HashSet<>();
        sql.selectDistinct(NODE.ID)
                .from(asKnown(NODE, NODE_HISTORY, asOf.knownAt()))
                .join(asKnown(PHASE, PHASE_HISTORY, asOf.knownAt()))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .join(RECOGNITION)
                .on(RECOGNITION.NODE_ID.eq(NODE.ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(NODE.TARGET_ID.isNotNull())
                .and(NODE.PLANNED.le(asOf.date()))
                .and(NODE.ACTUAL.isNull().or(NODE.ACTUAL.gt(asOf.date())))
                .and(counted(RECOGNITION, asOf))
                .and(stands(RECOGNITION, asOf))
                .forEach(row -> nodes.add(new NodeId(row.value1())));
        return nodes;
    }

    /** What was recognised on each node for the target that it names. */
    Map<NodeId, BigDecimal> recognisedByNode(int year, AsOf asOf) {
        Map<NodeId, BigDecimal> sums = new HashMap<>();
        sql.select(NODE.ID, sum(RECOGNITION.QUANTITY))
                .from(asKnown(NODE, NODE_HISTORY, asOf.knownAt()))
                .join(asKnown(PHASE, PHASE_HISTORY, asOf.knownAt()))
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .join(RECOGNITION)
                .on(RECOGNITION.NODE_ID.eq(NODE.ID))
                .and(RECOGNITION.TARGET_ID.eq(NODE.TARGET_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .and(counted(RECOGNITION, asOf))
                .groupBy(NODE.ID)
                .forEach(row -> sums.put(new NodeId(row.value1()), row.value2()));
        return sums;
    }

    /**
     * A ledger row in one street.
     *
     * @param share of the street in the row
     * @param shared the street's part of the quantity
     * @param sharedDenominator the street's part of the denominator; null but for RATIO
     */
    record Entry(
            long id,
            TargetId target,
            long phase,
            UnitId street,
            UnitId department,
            String project,
            String projectName,
            String phaseName,
            @Nullable String node,
            @Nullable String batch,
            LocalDate occurredOn,
            Instant recordedAt,
            BigDecimal quantity,
            @Nullable BigDecimal denominator,
            BigDecimal share,
            BigDecimal shared,
            @Nullable BigDecimal sharedDenominator,
            boolean approx,
            String evidence,
            @Nullable String reason,
            @Nullable Long reverses) {}

    /** Every row of these targets that was known, also those after the cut-off, oldest first, a record a street. */
    List<Entry> entries(Collection<Long> targets, @Nullable Instant knownAt) {
        return entries(targets, knownAt, knownAt == null ? noCondition() : RECOGNITION.RECORDED_AT.le(knownAt));
    }

    /**
     * What was recorded since an instant, and what it has to be compared with.
     *
     * @param since rows that occurred by the cut-off and were recorded after the instant
     * @param reversed the rows that any of them reverse
     * @param stocksThen all rows of STOCK targets that were known at the instant and occurred by the cut-off
     */
    record Recorded(List<Entry> since, List<Entry> reversed, List<Entry> stocksThen) {}

    /** @param stocks those of the targets that are of kind STOCK */
    Recorded recordedSince(Collection<Long> targets, Collection<Long> stocks, LocalDate cutOff, Instant knownAt) {
        List<Entry> since =
                entries(targets, null, RECOGNITION.RECORDED_AT.gt(knownAt).and(RECOGNITION.OCCURRED_ON.le(cutOff)));
        List<Long> reversed = since.stream()
                .map(Entry::reverses)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Recorded(
                since,
                reversed.isEmpty() ? List.of() : entries(targets, null, RECOGNITION.ID.in(reversed)),
                entries(stocks, knownAt, RECOGNITION.RECORDED_AT.le(knownAt).and(RECOGNITION.OCCURRED_ON.le(cutOff))));
    }

    private List<Entry> entries(Collection<Long> targets, @Nullable Instant knownAt, Condition which) {
        if (targets.isEmpty()) {
            return List.of();
        }
        return sql.select()
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(PHASE.PROJECT_ID))
                .leftJoin(asKnown(NODE, NODE_HISTORY, knownAt))
                .on(NODE.ID.eq(RECOGNITION.NODE_ID))
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(which)
                .orderBy(RECOGNITION.OCCURRED_ON, RECOGNITION.RECORDED_AT, RECOGNITION.ID, RECOGNITION_SHARE.STREET_ID)
                .fetch(row -> new Entry(
                        row.get(RECOGNITION.ID),
                        new TargetId(row.get(RECOGNITION.TARGET_ID)),
                        row.get(RECOGNITION.PHASE_ID),
                        new UnitId(row.get(RECOGNITION_SHARE.STREET_ID)),
                        new UnitId(row.get(PHASE.LEAD_UNIT_ID)),
                        row.get(PROJECT.CODE),
                        row.get(PHASE.PROJECT_NAME),
                        row.get(PHASE.NAME),
                        row.get(NODE.NAME),
                        row.get(RECOGNITION.BATCH),
                        row.get(RECOGNITION.OCCURRED_ON),
                        row.get(RECOGNITION.RECORDED_AT),
                        row.get(RECOGNITION.QUANTITY),
                        row.get(RECOGNITION.DENOMINATOR),
                        row.get(RECOGNITION_SHARE.SHARE),
                        row.get(RECOGNITION_SHARE.QUANTITY),
                        row.get(RECOGNITION_SHARE.DENOMINATOR),
                        row.get(RECOGNITION.APPROX),
                        row.get(RECOGNITION.EVIDENCE),
                        row.get(RECOGNITION.REASON),
                        row.get(RECOGNITION.REVERSES_ID)));
    }

    /**
     * What was added in each month to targets that add up over time; the key is the month.
     *
     * @param upTo the last day that counts
     */
    Map<YearMonth, List<LedgerSums.Sum>> addedByMonth(
            Collection<Long> targets, @Nullable Instant knownAt, LocalDate upTo) {
        Map<YearMonth, List<LedgerSums.Sum>> months = new HashMap<>();
        if (targets.isEmpty()) {
            return months;
        }
        if (knownAt == null) {
            sql.select(
                            MONTHLY_TOTAL.TARGET_ID,
                            MONTHLY_TOTAL.STREET_ID,
                            MONTHLY_TOTAL.DEPARTMENT_ID,
                            MONTHLY_TOTAL.QUANTITY,
                            MONTHLY_TOTAL.DENOMINATOR,
                            MONTHLY_TOTAL.MONTH)
                    .from(MONTHLY_TOTAL)
                    .where(MONTHLY_TOTAL.TARGET_ID.in(targets))
                    .and(MONTHLY_TOTAL.MONTH.le(upTo))
                    .forEach(row -> months.computeIfAbsent(YearMonth.from(row.value6()), month -> new ArrayList<>())
                            .add(plain(cell(row.value1(), row.value2(), row.value3()), row.value4(), row.value5())));
            return months;
        }
        Field<Integer> year = org.jooq.impl.DSL.year(RECOGNITION.OCCURRED_ON);
        Field<Integer> month = org.jooq.impl.DSL.month(RECOGNITION.OCCURRED_ON);
        sql.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        PHASE.LEAD_UNIT_ID,
                        sum(RECOGNITION_SHARE.QUANTITY),
                        sum(coalesce(RECOGNITION_SHARE.DENOMINATOR, inline(BigDecimal.ZERO))),
                        year,
                        month)
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .join(asKnown(PHASE, PHASE_HISTORY, knownAt))
                .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                .where(RECOGNITION.TARGET_ID.in(targets))
                .and(RECOGNITION.OCCURRED_ON.le(upTo))
                .and(RECOGNITION.RECORDED_AT.le(knownAt))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID, year, month)
                .forEach(row -> months.computeIfAbsent(
                                YearMonth.of(row.value6(), row.value7()), each -> new ArrayList<>())
                        .add(plain(cell(row.value1(), row.value2(), row.value3()), row.value4(), row.value5())));
        return months;
    }

    private static LedgerSums.Sum plain(Cell cell, BigDecimal quantity, BigDecimal denominator) {
        return new LedgerSums.Sum(
                cell.target(),
                cell.street(),
                cell.department(),
                quantity,
                denominator,
                BigDecimal.ZERO,
                quantity,
                denominator);
    }

    private static Cell cell(long target, long street, long department) {
        return new Cell(new TargetId(target), new UnitId(street), new UnitId(department));
    }

    /** On or before the cut-off, and known. */
    private static Condition counted(Recognition row, AsOf asOf) {
        Condition by = row.OCCURRED_ON.le(asOf.date());
        return asOf.knownAt() == null ? by : by.and(row.RECORDED_AT.le(asOf.knownAt()));
    }

    /** Neither a reversal nor taken back by one that counts. */
    private static Condition stands(Recognition row, AsOf asOf) {
        Recognition reversal = RECOGNITION.as("reversal");
        return row.REVERSES_ID
                .isNull()
                .and(notExists(selectOne()
                        .from(reversal)
                        .where(reversal.REVERSES_ID.eq(row.ID))
                        .and(counted(reversal, asOf))));
    }

    /** The first day of the last three completed months of the year, or of as many as there are. */
    private static LocalDate recentFrom(int year, LocalDate cutOff) {
        int completed = Expectation.completedMonths(year, cutOff);
        return LocalDate.of(year, Math.max(1, completed - 2), 1);
    }

    /** The first day of the last completed month; before the end of January, a day before {@link #recentFrom}. */
    private static LocalDate recentTo(int year, LocalDate cutOff) {
        int completed = Expectation.completedMonths(year, cutOff);
        return completed == 0 ? LocalDate.of(year - 1, 12, 1) : LocalDate.of(year, completed, 1);
    }
}

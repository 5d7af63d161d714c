package cn.guatu.progress;

import static cn.guatu.jooq.Tables.MONTHLY_TOTAL;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.RECOGNITION;
import static cn.guatu.jooq.Tables.RECOGNITION_KEY;
import static cn.guatu.jooq.Tables.RECOGNITION_SHARE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.progress.rule.StreetSplit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the ledger, the keys of what stands, and the monthly totals that follow. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LedgerStore {

    private static final int CHUNK = 500;

    private final DSLContext dsl;

    LedgerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A key of "recognised once", with the row that holds it. */
    record Key(long phase, long target, long nodeOrZero, String identity, long row) {
        static final Comparator<Key> ORDER = Comparator.comparingLong(Key::phase)
                .thenComparingLong(Key::target)
                .thenComparingLong(Key::nodeOrZero)
                .thenComparing(Key::identity);
    }

    /** Where a total is kept; ordered, so that two transactions take their locks in the same order. */
    record Cell(long target, long street, long department, LocalDate month) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER = Comparator.comparingLong(Cell::target)
                .thenComparingLong(Cell::street)
                .thenComparingLong(Cell::department)
                .thenComparing(Cell::month);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** What is added to totals; collected first, written once. */
    static final class Deltas {
        private final TreeMap<Cell, LedgerQueries.Sum> byCell = new TreeMap<>();

        void add(Cell cell, BigDecimal quantity, @Nullable BigDecimal denominator) {
            byCell.merge(
                    cell,
                    LedgerQueries.Sum.NOTHING.plus(quantity, denominator),
                    (old, added) -> old.plus(added.quantity(), added.denominator()));
        }

        void addAll(Deltas others) {
            others.byCell.forEach((cell, sum) -> add(cell, sum.quantity(), sum.denominator()));
        }

        Collection<Cell> cells() {
            return byCell.keySet();
        }
    }

    /** Adds the rows in order, so that their ids ascend in the same order. */
    void insertRows(List<NewRecognition> rows, Recording how) {
        BatchBindStep batch = dsl.batch(dsl.insertInto(
                        RECOGNITION,
                        RECOGNITION.PHASE_ID,
                        RECOGNITION.TARGET_ID,
                        RECOGNITION.NODE_ID,
                        RECOGNITION.BATCH,
                        RECOGNITION.QUANTITY,
                        RECOGNITION.DENOMINATOR,
                        RECOGNITION.APPROX,
                        RECOGNITION.OCCURRED_ON,
                        RECOGNITION.EVIDENCE,
                        RECOGNITION.REASON,
                        RECOGNITION.REVERSES_ID,
                        RECOGNITION.IMPORT_ID,
                        RECOGNITION.RECORDED_BY,
                        RECOGNITION.RECORDED_AT)
                .values(Collections.nCopies(14, null)));
        for (NewRecognition row : rows) {
            batch = batch.bind(
                    row.phase().value(),
                    row.target().value(),
                    row.node() == null ? null : row.node().value(),
                    row.batch(),
                    row.quantity(),
                    row.denominator(),
                    row.approx(),
                    row.occurredOn(),
                    row.evidence(),
                    row.reason(),
                    row.reverses() == null ? null : row.reverses().value(),
                    how.importId(),
                    how.actor(),
                    how.at());
        }
        batch.execute();
    }

    /** Adds the street parts of each row. */
    void insertParts(Map<Long, List<StreetSplit.Part>> partsByRow) {
        BatchBindStep batch = dsl.batch(dsl.insertInto(
                        RECOGNITION_SHARE,
                        RECOGNITION_SHARE.RECOGNITION_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        RECOGNITION_SHARE.SHARE,
                        RECOGNITION_SHARE.QUANTITY,
                        RECOGNITION_SHARE.DENOMINATOR)
                .values(Collections.nCopies(5, null)));
        for (Map.Entry<Long, List<StreetSplit.Part>> row : partsByRow.entrySet()) {
            for (StreetSplit.Part part : row.getValue()) {
                batch = batch.bind(
                        row.getKey(), part.street().value(), part.share(), part.quantity(), part.denominator());
            }
        }
        batch.execute();
    }

    /** Frees the keys that these rows hold. */
    void freeKeys(Collection<Long> rows) {
        for (List<Long> some : chunks(rows.stream().sorted().toList())) {
            dsl.deleteFrom(RECOGNITION_KEY)
                    .where(RECOGNITION_KEY.RECOGNITION_ID.in(some))
                    .execute();
        }
    }

    /**
     * Takes the keys.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a row that stands holds one of them
     */
    void takeKeys(List<Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        BatchBindStep batch = dsl.batch(dsl.insertInto(
                        RECOGNITION_KEY,
                        RECOGNITION_KEY.PHASE_ID,
                        RECOGNITION_KEY.TARGET_ID,
                        RECOGNITION_KEY.NODE_ID,
                        RECOGNITION_KEY.IDENTITY,
                        RECOGNITION_KEY.RECOGNITION_ID)
                .values(Collections.nCopies(5, null)));
        for (Key key : keys) {
            batch = batch.bind(key.phase(), key.target(), key.nodeOrZero(), key.identity(), key.row());
        }
        batch.execute();
    }

    /** Adds to the totals, in the order of their keys. */
    void addToTotals(Deltas deltas) {
        if (deltas.byCell.isEmpty()) {
            return;
        }
        // By hand: jOOQ writes "as excluded", which MariaDB does not read.
        BatchBindStep batch = dsl.batch("""
                insert into monthly_total (target_id, street_id, department_id, month, quantity, denominator)
                values (?, ?, ?, ?, ?, ?)
                on duplicate key update quantity = quantity + ?, denominator = denominator + ?
                """);
        for (Map.Entry<Cell, LedgerQueries.Sum> each : deltas.byCell.entrySet()) {
            Cell cell = each.getKey();
            BigDecimal quantity = each.getValue().quantity();
            BigDecimal denominator = each.getValue().denominator();
            batch = batch.bind(
                    cell.target(),
                    cell.street(),
                    cell.department(),
                    cell.month(),
                    quantity,
                    denominator,
                    quantity,
                    denominator);
        }
        batch.execute();
    }

    /**
     * Removes totals that came to zero because no row is behind them any more (its phase has another lead, or its import was undone).
     * A zero with rows behind it stays: those rows took each other back.
     */
    void dropEmpty(Collection<Cell> cells) {
        for (Cell cell : new TreeSet<>(cells)) {
            dsl.deleteFrom(MONTHLY_TOTAL)
                    .where(at(cell))
                    .and(MONTHLY_TOTAL.QUANTITY.eq(BigDecimal.ZERO))
                    .and(MONTHLY_TOTAL.DENOMINATOR.eq(BigDecimal.ZERO))
                    .and(notExists(selectOne()
                            .from(RECOGNITION)
                            .join(RECOGNITION_SHARE)
                            .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                            .join(PHASE)
                            .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                            .where(RECOGNITION.TARGET_ID.eq(cell.target()))
                            .and(RECOGNITION.OCCURRED_ON.between(
                                    cell.month(), cell.month().plusMonths(1).minusDays(1)))
                            .and(RECOGNITION_SHARE.STREET_ID.eq(cell.street()))
                            .and(PHASE.LEAD_UNIT_ID.eq(cell.department()))))
                    .execute();
        }
    }

    /**
     * What a phase has recognised, as totals of a department.
     *
     * @param taken whether it is to be taken from that department rather than given to it
     */
    Deltas totalsOf(long phase, long department, boolean taken) {
        Field<LocalDate> month = monthOf(RECOGNITION.OCCURRED_ON);
        Deltas deltas = new Deltas();
        dsl.select(
                        RECOGNITION.TARGET_ID,
                        RECOGNITION_SHARE.STREET_ID,
                        month,
                        sum(RECOGNITION_SHARE.QUANTITY),
                        coalesce(sum(RECOGNITION_SHARE.DENOMINATOR), BigDecimal.ZERO))
                .from(RECOGNITION)
                .join(RECOGNITION_SHARE)
                .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                .where(RECOGNITION.PHASE_ID.eq(phase))
                .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, month)
                .forEach(row -> deltas.add(
                        new Cell(row.value1(), row.value2(), department, row.value3()),
                        taken ? row.value4().negate() : row.value4(),
                        taken ? row.value5().negate() : row.value5()));
        return deltas;
    }

    /** Erases the rows, their parts and keys; the later ones first, since a row may take back an earlier one. */
    void erase(Collection<Long> rows) {
        freeKeys(rows);
        List<Long> latestFirst = rows.stream().sorted(Comparator.reverseOrder()).toList();
        for (List<Long> some : chunks(latestFirst)) {
            dsl.deleteFrom(RECOGNITION_SHARE)
                    .where(RECOGNITION_SHARE.RECOGNITION_ID.in(some))
                    .execute();
            dsl.deleteFrom(RECOGNITION)
                    .where(RECOGNITION.ID.in(some))
                    .orderBy(RECOGNITION.ID.desc())
                    .execute();
        }
    }

    /** Works out all totals anew from the ledger and the present leads. */
    void rebuildTotals() {
        Field<LocalDate> month = monthOf(RECOGNITION.OCCURRED_ON);
        dsl.deleteFrom(MONTHLY_TOTAL).execute();
        dsl.insertInto(
                        MONTHLY_TOTAL,
                        MONTHLY_TOTAL.TARGET_ID,
                        MONTHLY_TOTAL.STREET_ID,
                        MONTHLY_TOTAL.DEPARTMENT_ID,
                        MONTHLY_TOTAL.MONTH,
                        MONTHLY_TOTAL.QUANTITY,
                        MONTHLY_TOTAL.DENOMINATOR)
                .select(select(
                                RECOGNITION.TARGET_ID,
                                RECOGNITION_SHARE.STREET_ID,
                                PHASE.LEAD_UNIT_ID,
                                month,
                                sum(RECOGNITION_SHARE.QUANTITY),
                                coalesce(sum(RECOGNITION_SHARE.DENOMINATOR), BigDecimal.ZERO))
                        .from(RECOGNITION)
                        .join(RECOGNITION_SHARE)
                        .on(RECOGNITION_SHARE.RECOGNITION_ID.eq(RECOGNITION.ID))
                        .join(PHASE)
                        .on(PHASE.ID.eq(RECOGNITION.PHASE_ID))
                        .groupBy(RECOGNITION.TARGET_ID, RECOGNITION_SHARE.STREET_ID, PHASE.LEAD_UNIT_ID, month))
                .execute();
    }

    private static Condition at(Cell cell) {
        return MONTHLY_TOTAL
                .TARGET_ID
                .eq(cell.target())
                .and(MONTHLY_TOTAL.STREET_ID.eq(cell.street()))
                .and(MONTHLY_TOTAL.DEPARTMENT_ID.eq(cell.department()))
                .and(MONTHLY_TOTAL.MONTH.eq(cell.month()));
    }

    private static Field<LocalDate> monthOf(Field<LocalDate> day) {
        return field("date_sub({0}, interval (dayofmonth({0}) - 1) day)", LocalDate.class, day);
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }
}

package cn.guatu.platform.persistence;

import cn.guatu.platform.failure.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Saves rows of a table with {@code id}, {@code version} and a history, many at a time: new ones are inserted, those that
 * differ are updated and counted up, the rest is left alone.
 */
public final class Rows<R extends UpdatableRecord<R>> {

    /**
     * What a save did.
     *
     * @param ids of the rows, in the order in which they were given
     * @param changed the ids of those that are new or differ
     */
    public record Saved(List<Long> ids, Set<Long> changed) {}

    private final String what;
    private final Table<R> table;
    private final Table<?> history;
    private final TableField<R, Long> id;
    private final TableField<R, Integer> version;
    private final List<TableField<R, ?>> naturalKey;
    private final List<Field<?>> content;

    /**
     * The rows of a table.
     *
     * @param what the Chinese word for one of them, e.g. 节点
     * @param table the table
     * @param history its history
     * @param id its key, which the database gives
     * @param version counts the changes of a row
     * @param naturalKey what else tells rows apart, the most selective column first
     */
    public Rows(
            String what,
            Table<R> table,
            Table<?> history,
            TableField<R, Long> id,
            TableField<R, Integer> version,
            List<TableField<R, ?>> naturalKey) {
        this.what = what;
        this.table = table;
        this.history = history;
        this.id = id;
        this.version = version;
        this.naturalKey = List.copyOf(naturalKey);
        List<Field<?>> others = new ArrayList<>(List.of(table.fields()));
        others.remove(id);
        others.remove(version);
        this.content = List.copyOf(others);
    }

    /**
     * Saves rows and remembers what they say. A row without id is new. A row with a version must still have that version;
     * one without is taken as the last word.
     *
     * @param sql runs within the transaction of the save
     * @param wanted complete rows but for id and version
     * @param at since when it is known
     */
    public Saved save(DSLContext sql, Collection<R> wanted, Instant at) {
        Map<Long, R> existing = lock(sql, wanted);
        List<R> added = new ArrayList<>();
        List<R> changed = new ArrayList<>();
        for (R row : wanted) {
            content.forEach(field -> round(row, field));
            Long key = row.get(id);
            if (key == null) {
                row.set(version, 1);
                added.add(row);
            } else if (differs(row, existing.get(key))) {
                changed.add(row);
            }
        }
        Violations.explained(what, () -> {
            insert(sql, added);
            update(sql, changed);
            return true;
        });
        Map<List<?>, Long> keys = added.isEmpty() ? Map.of() : keysOf(sql, added);

        List<Long> ids = new ArrayList<>(wanted.size());
        Set<Long> touched = new LinkedHashSet<>();
        for (R row : wanted) {
            Long key = row.get(id);
            if (key == null) {
                key = Objects.requireNonNull(keys.get(naturalKey(row)), "a row is not found by its natural key");
                touched.add(key);
            }
            ids.add(key);
        }
        changed.forEach(row -> touched.add(row.get(id)));
        if (!touched.isEmpty()) {
            Temporal.keep(sql, table, history, id.in(touched), at);
        }
        return new Saved(ids, touched);
    }

    /** Whether the row must be written; if so it has got its next version. */
    private boolean differs(R row, @Nullable R now) {
        if (now == null) {
            throw Refusal.notFound("这条" + what + "已不存在，可能已被他人删除；请刷新后重试。");
        }
        Integer made = row.get(version);
        Integer current = now.get(version);
        if (made != null && !made.equals(current)) {
            throw changedMeanwhile();
        }
        row.set(version, current + 1);
        return content.stream().anyMatch(field -> !same(row.get(field), now.get(field)));
    }

    private Map<Long, R> lock(DSLContext sql, Collection<R> wanted) {
        List<Long> keys = wanted.stream()
                .map(row -> row.get(id))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        return sql.selectFrom(table).where(id.in(keys)).orderBy(id).forUpdate().fetchMap(id);
    }

    private void insert(DSLContext sql, List<R> rows) {
        List<Field<?>> columns = new ArrayList<>(content);
        columns.add(version);
        insertAll(sql, table, columns, rows);
    }

    private void update(DSLContext sql, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Map<Field<?>, Object> sets = new LinkedHashMap<>();
        content.forEach(field -> sets.put(field, DSL.param(field.getName(), field)));
        sets.put(version, DSL.param(version.getName(), version));
        var query = sql.update(table)
                .set(sets)
                .where(id.eq(DSL.param("row_id", id)))
                .and(version.eq(DSL.param("row_version", version)));
        Object[][] values = new Object[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            R row = rows.get(i);
            List<@Nullable Object> binds = new ArrayList<>();
            content.forEach(field -> binds.add(row.get(field)));
            binds.add(row.get(version));
            binds.add(row.get(id));
            binds.add(row.get(version) - 1);
            values[i] = binds.toArray();
        }
        for (int count : sql.batch(query).bind(values).execute()) {
            if (count == 0) {
                throw changedMeanwhile();
            }
        }
    }

    private Map<List<?>, Long> keysOf(DSLContext sql, List<R> rows) {
        TableField<R, ?> first = naturalKey.getFirst();
        Set<Object> values = new LinkedHashSet<>();
        rows.forEach(row -> values.add(row.get(first)));
        List<Field<?>> columns = new ArrayList<>(naturalKey);
        columns.add(id);
        Map<List<?>, Long> keys = new HashMap<>();
        for (Record found : sql.select(columns).from(table).where(first.in(values))) {
            keys.put(naturalKey(found), found.get(id));
        }
        return keys;
    }

    private List<?> naturalKey(Record row) {
        List<Object> key = new ArrayList<>();
        naturalKey.forEach(field -> key.add(row.get(field)));
        return key;
    }

    private Refusal changedMeanwhile() {
        return Refusal.conflict("这条" + what + "刚刚被他人修改，您的修改没有保存；请刷新后核对再保存。");
    }

    /**
     * Inserts rows in as few round trips as the driver can.
     *
     * @param sql runs within a transaction
     * @param table where to
     * @param columns which columns of the rows
     * @param rows what to insert; nothing happens when there are none
     */
    static void insertAll(DSLContext sql, Table<?> table, List<Field<?>> columns, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Field<?>> params = new ArrayList<>();
        columns.forEach(column -> params.add(DSL.param(column.getName(), column)));
        Object[][] values = new Object[rows.size()][];
        for (int i = 0; i < values.length; i++) {
            Record row = rows.get(i);
            values[i] = columns.stream().map(row::get).toArray();
        }
        sql.batch(sql.insertInto(table, columns).values(params)).bind(values).execute();
    }

    /** As the database would, so that what is written compares equal to what is read back. */
    static <T> void round(Record row, Field<T> field) {
        if (row.get(field) instanceof BigDecimal number
                && number.scale() > field.getDataType().scale()) {
            row.set(
                    field,
                    field.getType().cast(number.setScale(field.getDataType().scale(), RoundingMode.HALF_UP)));
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }
}

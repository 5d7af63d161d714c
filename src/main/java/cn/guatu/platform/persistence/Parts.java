package cn.guatu.platform.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Saves rows that are part of another row and have no life of their own: the set of a whole is replaced when it differs. */
public final class Parts<R extends Record> {

    private final String what;
    private final Table<R> table;
    private final Table<?> history;
    private final TableField<R, Long> whole;

    /**
     * The parts that a table holds.
     *
     * @param what the Chinese word for them, e.g. 街道占比
     * @param table the table
     * @param history its history
     * @param whole the column that names what they are part of
     */
    public Parts(String what, Table<R> table, Table<?> history, TableField<R, Long> whole) {
        this.what = what;
        this.table = table;
        this.history = history;
        this.whole = whole;
    }

    /**
     * Gives every whole the parts that are wanted and no others, and remembers it.
     *
     * @param sql runs within the transaction of the save
     * @param wanted complete rows by what they are part of; an empty list removes all
     * @param at since when it is known
     * @return the wholes whose parts were not so before
     */
    public Set<Long> replace(DSLContext sql, Map<Long, List<R>> wanted, Instant at) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Map<Long, ? extends List<R>> existing = sql.selectFrom(table)
                .where(whole.in(wanted.keySet()))
                .forUpdate()
                .fetchGroups(whole);
        Set<Long> changed = new LinkedHashSet<>();
        List<R> rows = new ArrayList<>();
        wanted.forEach((key, parts) -> {
            parts.forEach(part -> List.of(table.fields()).forEach(field -> Rows.round(part, field)));
            if (!contents(parts).equals(contents(existing.containsKey(key) ? existing.get(key) : List.of()))) {
                changed.add(key);
                rows.addAll(parts);
            }
        });
        if (changed.isEmpty()) {
            return changed;
        }
        return Violations.explained(what, () -> {
            sql.deleteFrom(table).where(whole.in(changed)).execute();
            Rows.insertAll(sql, table, List.of(table.fields()), rows);
            Temporal.keep(sql, table, history, whole.in(changed), at);
            return changed;
        });
    }

    private Set<List<@Nullable Object>> contents(List<R> rows) {
        Set<List<@Nullable Object>> contents = new HashSet<>();
        for (R row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Field<?> field : table.fields()) {
                Object value = row.get(field);
                values.add(value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            }
            contents.add(values);
        }
        return contents;
    }
}

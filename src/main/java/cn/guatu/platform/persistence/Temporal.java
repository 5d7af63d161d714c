package cn.guatu.platform.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Tables that remember. Beside a table {@code x} stands {@code x_history} with the same columns and with
 * {@code known_from} (inclusive) and {@code known_to} (exclusive, null: still), so that a figure can be told as it was
 * known at any instant.
 */
public final class Temporal {

    private static final String KNOWN_FROM = "known_from";
    private static final String KNOWN_TO = "known_to";

    private Temporal() {}

    /**
     * Remembers what some rows say now. To be called after the write, in its transaction: what was known of the rows
     * ends at the instant, what they say now begins then; of rows that are gone, only the end is written.
     *
     * @param sql runs within the transaction of the write
     * @param current the table that was written
     * @param history its history
     * @param whichRows the rows that were written, in columns of the current table that a write does not change (its key)
     * @param at when the write was made
     */
    public static void keep(DSLContext sql, Table<?> current, Table<?> history, Condition whichRows, Instant at) {
        // The history goes by the name of the current table, so that the condition fits both.
        Name byName = DSL.name(current.getName());
        Table<?> past = history.as(byName);
        // What began at this very instant is replaced. (MySQL and MariaDB share no other DELETE with an alias.)
        sql.execute(
                "delete {0} from {1} as {0} where {2} and {3} = {4}",
                byName,
                DSL.table(history.getUnqualifiedName()),
                whichRows,
                instant(past, KNOWN_FROM),
                DSL.val(at, instant(past, KNOWN_FROM)));
        sql.update(past)
                .set(instant(past, KNOWN_TO), at)
                .where(whichRows)
                .and(instant(past, KNOWN_TO).isNull())
                .execute();

        List<Field<?>> into = new ArrayList<>();
        List<Field<?>> from = new ArrayList<>();
        for (Field<?> column : current.fields()) {
            into.add(column(history, column));
            from.add(column);
        }
        into.add(instant(history, KNOWN_FROM));
        from.add(DSL.val(at, instant(history, KNOWN_FROM)));
        sql.insertInto(history)
                .columns(into)
                .select(DSL.select(from).from(current).where(whichRows))
                .execute();
    }

    /**
     * Like {@link #keep(DSLContext, Table, Table, Condition, Instant)}, for rows that are named one by one.
     *
     * @param sql runs within the transaction of the write
     * @param current the table that was written
     * @param history its history
     * @param whichRows the rows that were written: a row that any of the conditions names
     * @param at when the write was made
     */
    public static void keep(
            DSLContext sql, Table<?> current, Table<?> history, Collection<? extends Condition> whichRows, Instant at) {
        if (!whichRows.isEmpty()) {
            keep(sql, current, history, DSL.or(whichRows), at);
        }
    }

    /**
     * The table as it was known then, to read from in its place: the same name and the same columns.
     *
     * @param current the table
     * @param history its history
     * @param knownAt an instant; null for what is known now
     */
    public static <R extends Record> Table<R> asKnown(Table<R> current, Table<?> history, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return current;
        }
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> column : current.fields()) {
            columns.add(column(history, column));
        }
        Table<Record> then = DSL.select(columns)
                .from(history)
                .where(instant(history, KNOWN_FROM).le(knownAt))
                .and(instant(history, KNOWN_TO)
                        .isNull()
                        .or(instant(history, KNOWN_TO).gt(knownAt)))
                .asTable(current.getName());
        return sameRows(then);
    }

    // The derived table has the columns of the current one, so its rows may go by the same type.
    @SuppressWarnings("unchecked")
    private static <R extends Record> Table<R> sameRows(Table<?> table) {
        return (Table<R>) table;
    }

    private static Field<?> column(Table<?> table, Field<?> like) {
        Field<?> column = table.field(like.getName());
        if (column == null) {
            throw new IllegalArgumentException(table.getName() + " lacks the column " + like.getName());
        }
        return column;
    }

    // Asking for the field by its class would lose the converter that the generated column brings.
    @SuppressWarnings("unchecked")
    private static Field<Instant> instant(Table<?> table, String name) {
        Field<?> column = table.field(name);
        if (column == null || column.getType() != Instant.class) {
            throw new IllegalArgumentException(table.getName() + " lacks the instant " + name);
        }
        return (Field<Instant>) column;
    }
}

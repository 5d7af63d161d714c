package cn.guatu.workbook;

import static cn.guatu.jooq.Tables.ALLOCATION;
import static cn.guatu.jooq.Tables.ALLOCATION_HISTORY;
import static cn.guatu.jooq.Tables.BLOCKER;
import static cn.guatu.jooq.Tables.BLOCKER_HISTORY;
import static cn.guatu.jooq.Tables.DECISION;
import static cn.guatu.jooq.Tables.DECISION_HISTORY;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR_HISTORY;
import static cn.guatu.jooq.Tables.PERSON;
import static cn.guatu.jooq.Tables.PERSON_HISTORY;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.PHASE_ASSIST;
import static cn.guatu.jooq.Tables.PHASE_ASSIST_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_HISTORY;
import static cn.guatu.jooq.Tables.PHASE_SHARE;
import static cn.guatu.jooq.Tables.PHASE_SHARE_HISTORY;
import static cn.guatu.jooq.Tables.TARGET;
import static cn.guatu.jooq.Tables.TARGET_HISTORY;
import static cn.guatu.jooq.Tables.TARGET_PLAN;
import static cn.guatu.jooq.Tables.TARGET_PLAN_HISTORY;
import static cn.guatu.jooq.Tables.UNIT;
import static cn.guatu.jooq.Tables.UNIT_HISTORY;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back, table by table, from what the history says was known before its instant. The one place that writes tables of
 * other features: what is undone is not a change of the business but a change that is to have never been made.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UndoStore {
    /** A table and its history. */
    private record Kept(Table<?> current, Table<?> history) {
        List<String> key() {
            return Objects.requireNonNull(current.getPrimaryKey()).getFields().stream()
                    .map(Field::getName)
                    .toList();
        }

        List<String> columns() {
            return Arrays.stream(current.fields()).map(Field::getName).toList();
        }
    }

    /** Those that refer to others first. */
    private static final List<Kept> TABLES = List.of(
            new Kept(BLOCKER, BLOCKER_HISTORY),
            new Kept(DECISION, DECISION_HISTORY),
            new Kept(NODE_PREDECESSOR, NODE_PREDECESSOR_HISTORY),
            new Kept(NODE, NODE_HISTORY),
            new Kept(PHASE_SHARE, PHASE_SHARE_HISTORY),
            new Kept(PHASE_ASSIST, PHASE_ASSIST_HISTORY),
            new Kept(ALLOCATION, ALLOCATION_HISTORY),
            new Kept(TARGET_PLAN, TARGET_PLAN_HISTORY),
            new Kept(PHASE, PHASE_HISTORY),
            new Kept(TARGET, TARGET_HISTORY),
            new Kept(PERSON, PERSON_HISTORY),
            new Kept(UNIT, UNIT_HISTORY));

    private final DSLContext sql;

    UndoStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Whether any record that was written at the instant has been written again since. */
    boolean isBuiltUpon(Instant at) {
        return TABLES.stream()
                .anyMatch(table -> count(
                                "select count(*) from " + table.history().getName()
                                        + " where known_from = ? and known_to > ?",
                                at,
                                at)
                        > 0);
    }

    /** Whether a phase got another lead department at the instant: then the totals of its rows move. */
    boolean movedLeads(Instant at) {
        return count(
                        "select count(*) from phase_history n join phase_history o on o.id = n.id and o.known_to = n.known_from"
                                + " where n.known_from = ? and n.lead_unit_id <> o.lead_unit_id and o.known_from < ?",
                        at,
                        at)
                > 0;
    }

    /** Gives changed records their former values. */
    void restoreChanged(Instant at) {
        for (Kept table : TABLES) {
            String name = table.current().getName();
            String values = table.columns().stream()
                    .filter(column -> !table.key().contains(column))
                    .map(column -> "c." + column + " = o." + column)
                    .collect(Collectors.joining(", "));
            if (values.isEmpty()) {
                continue;
            }
            run(
                    "update " + name + " c join " + table.history().getName() + " o on " + same(table, "c", "o")
                            + " set " + values + " where o.known_to = ? and o.known_from < ?",
                    at,
                    at);
        }
    }

    /** Removes records that the import made, and brings back those that it removed. */
    void removeCreated(long importId, Instant at) {
        for (Kept table : TABLES) {
            if (table.current().equals(TARGET)) {
                run("delete from target_version where import_id = ?", importId);
                detach(table, "c.parent_id = null, c.of_which = null", at);
            } else if (table.current().equals(UNIT)) {
                detach(table, "c.parent_id = null", at);
            }
            run(
                    "delete c from " + table.current().getName() + " c join "
                            + table.history().getName() + " n on " + same(table, "c", "n")
                            + " where n.known_from = ? and not exists " + before(table),
                    at,
                    at);
        }
        run(
                "delete p from project p where not exists (select 1 from phase f where f.project_id = p.id)"
                        + " and not exists (select 1 from phase_history h where h.project_id = p.id and h.known_from < ?)",
                at);
        for (Kept table : TABLES.reversed()) {
            String columns = String.join(", ", table.columns());
            String old = table.columns().stream().map(column -> "o." + column).collect(Collectors.joining(", "));
            run(
                    "insert into " + table.current().getName() + " (" + columns + ") select " + old + " from "
                            + table.history().getName() + " o where o.known_to = ? and o.known_from < ? and not exists"
                            + " (select 1 from " + table.current().getName() + " c where " + same(table, "c", "o")
                            + ")",
                    at,
                    at);
        }
    }

    /** Makes the history say that the import never was. */
    void forget(Instant at) {
        for (Kept table : TABLES) {
            String history = table.history().getName();
            run("delete from " + history + " where known_from = ?", at);
            run("update " + history + " set known_to = null where known_to = ?", at);
        }
    }

    /** Removes the plan year that the import made; the caller has removed what was in it. */
    void removeYear(int year) {
        run("delete from plan_year where plan_year = ?", year);
    }

    // Rows of one table may refer to each other, and the server checks the reference row by row.
    private void detach(Kept table, String set, Instant at) {
        run(
                "update " + table.current().getName() + " c join "
                        + table.history().getName() + " n on " + same(table, "c", "n") + " set " + set
                        + " where n.known_from = ? and not exists " + before(table),
                at,
                at);
    }

    private static String before(Kept table) {
        return "(select 1 from " + table.history().getName() + " o where " + same(table, "o", "n")
                + " and o.known_to = n.known_from and o.known_from < ?)";
    }

    private static String same(Kept table, String one, String other) {
        Function<String, String> equal = column -> one + "." + column + " = " + other + "." + column;
        return table.key().stream().map(equal).collect(Collectors.joining(" and "));
    }

    private int count(String text, Object... values) {
        Integer found = sql.resultQuery(text, bound(values)).fetchSingle().get(0, Integer.class);
        return found == null ? 0 : found;
    }

    private void run(String text, Object... values) {
        sql.execute(text, bound(values));
    }

    private static Object[] bound(Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Instant at ? LocalDateTime.ofInstant(at, ZoneOffset.UTC) : value)
                .toArray();
    }
}

package cn.guatu.planning;

import static cn.guatu.jooq.Tables.DESK_SEAT;
import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.UNDATED_NODE;

import cn.guatu.project.NodeId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What planning keeps beside the plan, and who relies on a record of it. */
@Repository
class PlanningQueries {

    /** Tables whose rows are part of the record itself, go with it, or are dealt with by name. */
    private static final Set<String> OWN_PARTS = Set.of(
            "node",
            "node_predecessor",
            "node_template",
            "node_terms",
            "phase",
            "phase_assist",
            "phase_share",
            "phase_template",
            "target",
            "target_version",
            "target_plan",
            "allocation",
            "undated_node",
            "target_proposal");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("recognition", "计入"),
            Map.entry("monthly_total", "月度合计"),
            Map.entry("weekly_report", "周报"),
            Map.entry("report_request", "填报任务"),
            Map.entry("report_step", "填报任务"),
            Map.entry("report_reopening", "重新开启填报"),
            Map.entry("evidence_file", "佐证材料"),
            Map.entry("blocker", "堵点"),
            Map.entry("supervision_order", "督办单"),
            Map.entry("supervision_step", "督办提醒"),
            Map.entry("supervision_word", "批示"),
            Map.entry("schedule_version", "排期版本"),
            Map.entry("clock_stop", "停计时"),
            Map.entry("reserve_phase", "储备判断"),
            Map.entry("reserve_swap", "替补"),
            Map.entry("hand_over_item", "移交"),
            Map.entry("carried_node", "结转"));

    private final DSLContext sql;

    PlanningQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Nodes of a year that still stand on the day that was assumed for them. */
    Set<NodeId> undated(int year) {
        return sql.select(UNDATED_NODE.NODE_ID)
                .from(UNDATED_NODE)
                .join(NODE)
                .on(NODE.ID.eq(UNDATED_NODE.NODE_ID))
                .and(NODE.PLANNED.eq(UNDATED_NODE.ASSUMED))
                .join(PHASE)
                .on(PHASE.ID.eq(NODE.PHASE_ID))
                .where(PHASE.PLAN_YEAR.eq((short) year))
                .fetchSet(row -> new NodeId(row.value1()));
    }

    /** Who has the desk of a year open, by page, on whatever server, as far as that was said since an instant. */
    Map<String, String> seated(int year, Instant since) {
        return sql.select(DESK_SEAT.PAGE, DESK_SEAT.NAME)
                .from(DESK_SEAT)
                .where(DESK_SEAT.PLAN_YEAR.eq((short) year))
                .and(DESK_SEAT.SEEN_AT.ge(since))
                .orderBy(DESK_SEAT.PAGE)
                .fetchMap(DESK_SEAT.PAGE, DESK_SEAT.NAME);
    }

    /**
     * How many rows of other tables refer to each of these records, by a Chinese word for them. Every foreign key is asked, also of
     * tables that features above this one have added.
     *
     * @param table node, phase or target
     * @return by the id of the record; records that nothing relies on are left out
     */
    Map<Long, Map<String, Integer>> dependents(String table, Collection<Long> ids) {
        Map<Long, Map<String, Integer>> counts = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return counts;
        }
        for (Record key : foreignKeys(table)) {
            String from = key.get(0, String.class);
            if (OWN_PARTS.contains(from)) {
                continue;
            }
            Field<Long> column = DSL.field(DSL.name(key.get(1, String.class)), Long.class);
            String word = WORDS.getOrDefault(from, "其他记录");
            sql.select(column, DSL.count())
                    .from(DSL.table(DSL.name(from)))
                    .where(column.in(ids))
                    .groupBy(column)
                    .forEach(row -> counts.computeIfAbsent(row.value1(), id -> new TreeMap<>())
                            .merge(word, row.value2(), Integer::sum));
        }
        return counts;
    }

    private List<Record> foreignKeys(String table) {
        return List.copyOf(sql.fetch(
                "select table_name, column_name from information_schema.key_column_usage"
                        + " where table_schema = database() and referenced_table_schema = database()"
                        + " and referenced_table_name = ? and referenced_column_name = 'id' order by table_name, column_name",
                table));
    }
}

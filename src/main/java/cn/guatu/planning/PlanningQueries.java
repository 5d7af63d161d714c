package cn.guatu.planning;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.UNDATED_NODE;

import cn.guatu.project.NodeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What planning keeps beside the plan, and who relies on a record of it. */
@Repository
class PlanningQueries {

    /** Tables whose rows are part of the record itself, or are dealt with by name. */
    private static final Set<String> OWN_PARTS = Set.of(
            "node",
            "node_predecessor",
            "phase",
            "phase_assist",
            "phase_share",
            "target",
            "target_version",
            "target_plan",
            "allocation",
            "undated_node",
            "target_proposal");

    private static final Map<String, String> WORDS = Map.of(
            "recognition",
            "计入",
            "blocker",
            "堵点",
            "weekly_report",
            "周报",
            "report_request",
            "填报任务",
            "monthly_total",
            "月度合计");

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

    /**
     * How many rows of other tables refer to these records, by a Chinese word for them. Every foreign key is asked, also of tables that
     * features above this one have added.
     *
     * @param table node, phase or target
     */
    Map<String, Integer> dependents(String table, Collection<Long> ids) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return counts;
        }
        for (Record key : foreignKeys(table)) {
            String from = key.get(0, String.class);
            String column = key.get(1, String.class);
            if (!OWN_PARTS.contains(from)) {
                int count = sql.fetchCount(
                        DSL.table(DSL.name(from)),
                        DSL.field(DSL.name(column), Long.class).in(ids));
                if (count > 0) {
                    counts.merge(WORDS.getOrDefault(from, "其他记录"), count, Integer::sum);
                }
            }
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

package cn.guatu.project;

import static cn.guatu.jooq.Tables.NODE;
import static cn.guatu.jooq.Tables.NODE_HISTORY;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR;
import static cn.guatu.jooq.Tables.NODE_PREDECESSOR_HISTORY;
import static cn.guatu.jooq.Tables.PLAN_YEAR;

import cn.guatu.jooq.tables.records.NodePredecessorRecord;
import cn.guatu.jooq.tables.records.NodeRecord;
import cn.guatu.org.NameKey;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Parts;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Rows;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.persistence.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes nodes and their predecessors. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class NodeStore {

    private static final Rows<NodeRecord> NODES =
            new Rows<>("节点", NODE, NODE_HISTORY, NODE.ID, NODE.VERSION, List.of(NODE.PHASE_ID, NODE.NAME_KEY));
    private static final Parts<NodePredecessorRecord> PREDECESSORS =
            new Parts<>("前置节点", NODE_PREDECESSOR, NODE_PREDECESSOR_HISTORY, NODE_PREDECESSOR.NODE_ID);

    record Saved(List<NodeId> ids, Set<NodeId> changed) {}

    private final DSLContext sql;

    NodeStore(DSLContext sql) {
        this.sql = sql;
    }

    public Saved save(List<NodeData> nodes, @Nullable Integer version, Recording how) {
        Rows.Saved saved =
                NODES.save(sql, nodes.stream().map(node -> toRow(node, version)).toList(), how.at());
        return new Saved(saved.ids().stream().map(NodeId::new).toList(), ids(saved.changed()));
    }

    /** Two who add predecessors at the same time could close a cycle together: one waits for the other. */
    public void lockYears(Collection<Integer> years) {
        sql.select(PLAN_YEAR.PLAN_YEAR_)
                .from(PLAN_YEAR)
                .where(PLAN_YEAR.PLAN_YEAR_.in(
                        years.stream().map(Integer::shortValue).toList()))
                .orderBy(PLAN_YEAR.PLAN_YEAR_)
                .forUpdate()
                .execute();
    }

    public Set<NodeId> savePredecessors(Map<NodeId, Set<NodeId>> predecessors, Recording how) {
        Map<Long, List<NodePredecessorRecord>> rows = new LinkedHashMap<>();
        predecessors.forEach((node, waitsFor) -> {
            if (waitsFor.contains(node)) {
                throw Refusal.invalid("节点不能以自己为前置节点，请更正。");
            }
            List<NodePredecessorRecord> links = new ArrayList<>();
            for (NodeId each : waitsFor) {
                NodePredecessorRecord row = new NodePredecessorRecord();
                row.setNodeId(node.value());
                row.setPredecessorId(each.value());
                links.add(row);
            }
            rows.put(node.value(), links);
        });
        return ids(PREDECESSORS.replace(sql, rows, how.at()));
    }

    /** Removes a node and what it waits for; whoever waits for it must have been freed. */
    public void remove(NodeId node, int version, Recording how) {
        PREDECESSORS.replace(sql, Map.of(node.value(), List.of()), how.at());
        Violations.explained("节点", () -> {
            int gone = sql.deleteFrom(NODE)
                    .where(NODE.ID.eq(node.value()))
                    .and(NODE.VERSION.eq(version))
                    .execute();
            if (gone == 0) {
                throw Refusal.conflict("这个节点刚刚被他人修改或删除，没有删除；请刷新后核对。");
            }
            return true;
        });
        Temporal.keep(sql, NODE, NODE_HISTORY, NODE.ID.eq(node.value()), how.at());
    }

    private static Set<NodeId> ids(Collection<Long> keys) {
        return keys.stream().map(NodeId::new).collect(Collectors.toSet());
    }

    private static NodeRecord toRow(NodeData node, @Nullable Integer version) {
        NodeRecord row = new NodeRecord();
        row.setId(node.id() == null ? null : node.id().value());
        row.setPhaseId(node.phase().value());
        row.setName(node.name());
        row.setNameKey(NameKey.of(node.name()));
        row.setPlanned(node.planned());
        row.setForecast(node.forecast());
        row.setActual(node.actual());
        row.setOwnerName(node.owner());
        row.setOwnerId(node.ownerId() == null ? null : node.ownerId().value());
        row.setWeight(node.weight());
        row.setDurationDays(node.durationDays());
        row.setTargetId(node.target() == null ? null : node.target().value());
        row.setQuantity(node.quantity());
        row.setApprox(node.approx());
        row.setBasis(node.basis());
        row.setSortOrder(node.sortOrder());
        row.setVersion(version);
        return row;
    }
}

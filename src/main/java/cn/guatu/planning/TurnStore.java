package cn.guatu.planning;

import static cn.guatu.jooq.Tables.CARRIED_NODE;

import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Violations;
import cn.guatu.project.NodeId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which node of a new year is the rest of which one. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TurnStore {

    private final DSLContext sql;

    TurnStore(DSLContext sql) {
        this.sql = sql;
    }

    public void carried(NodeId node, NodeId from, Recording how) {
        Violations.explained(
                "结转",
                () -> sql.insertInto(CARRIED_NODE)
                        .set(CARRIED_NODE.NODE_ID, node.value())
                        .set(CARRIED_NODE.FROM_NODE_ID, from.value())
                        .set(CARRIED_NODE.CARRIED_AT, how.at())
                        .execute());
    }
}

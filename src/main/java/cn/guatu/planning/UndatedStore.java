package cn.guatu.planning;

import static cn.guatu.jooq.Tables.UNDATED_NODE;

import cn.guatu.project.NodeId;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes which nodes nobody has decided the date of. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class UndatedStore {

    private final DSLContext sql;

    UndatedStore(DSLContext sql) {
        this.sql = sql;
    }

    public void assume(NodeId node, LocalDate day) {
        decided(node);
        sql.insertInto(UNDATED_NODE)
                .set(UNDATED_NODE.NODE_ID, node.value())
                .set(UNDATED_NODE.ASSUMED, day)
                .execute();
    }

    public void decided(NodeId node) {
        sql.deleteFrom(UNDATED_NODE)
                .where(UNDATED_NODE.NODE_ID.eq(node.value()))
                .execute();
    }
}

package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER;
import static cn.guatu.jooq.Tables.SUPERVISION_WORD;

import cn.guatu.jooq.tables.records.SupervisionWordRecord;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import cn.guatu.target.TargetId;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Reads 催办 and 批示. */
@Repository
class WordQueries {

    private final DSLContext sql;

    WordQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What was said in a plan year about targets, and about items that the scope sees; the latest first. */
    List<SupervisionWord> all(int year, AccessScope scope) {
        return sql.select(SUPERVISION_WORD.fields())
                .from(SUPERVISION_WORD)
                .leftJoin(PHASE)
                .on(PHASE.ID.eq(SUPERVISION_WORD.PHASE_ID))
                .leftJoin(SUPERVISION_ORDER)
                .on(SUPERVISION_ORDER.ID.eq(SUPERVISION_WORD.ORDER_ID))
                .where(SUPERVISION_WORD.PLAN_YEAR.eq((short) year))
                .and(visible(scope))
                .orderBy(SUPERVISION_WORD.ID.desc())
                .fetchInto(SUPERVISION_WORD)
                .map(WordQueries::toWord);
    }

    // For who sees everything the condition is empty, and an empty one would vanish in an OR.
    private static Condition visible(AccessScope scope) {
        return scope.isEverything()
                ? DSL.noCondition()
                : SUPERVISION_WORD
                        .TARGET_ID
                        .isNotNull()
                        .or(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                        .or(OrderQueries.isAnsweredForBy(scope));
    }

    private static SupervisionWord toWord(SupervisionWordRecord row) {
        return new SupervisionWord(
                SupervisionWord.Kind.valueOf(row.getKind()),
                new SupervisionWord.About(
                        row.getTargetId() == null ? null : new TargetId(row.getTargetId()),
                        row.getPhaseId() == null ? null : new PhaseId(row.getPhaseId()),
                        row.getNodeId() == null ? null : new NodeId(row.getNodeId()),
                        row.getOrderId() == null ? null : new OrderId(row.getOrderId())),
                row.getSubject(),
                row.getText(),
                row.getTold(),
                row.getActorName(),
                row.getRecordedAt());
    }
}

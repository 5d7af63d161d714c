package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.ORDER_REQUEST;
import static cn.guatu.jooq.Tables.ORDER_STEP;
import static cn.guatu.jooq.Tables.PHASE;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER_HISTORY;

import cn.guatu.jooq.tables.records.OrderRequestRecord;
import cn.guatu.jooq.tables.records.SupervisionOrderRecord;
import cn.guatu.org.UnitId;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.security.AccessScope;
import cn.guatu.security.PhaseScopeQueries;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads 督办单. */
@Repository
class OrderQueries {

    private final DSLContext sql;

    OrderQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The orders of a plan year that the scope sees, the latest first. */
    List<SupervisionOrder> all(int planYear, AccessScope scope) {
        return orders(SUPERVISION_ORDER.PLAN_YEAR.eq((short) planYear), scope, null);
    }

    /** All orders of a plan year as they were known at an instant. */
    List<SupervisionOrder> all(int planYear, Instant knownAt) {
        return orders(SUPERVISION_ORDER.PLAN_YEAR.eq((short) planYear), AccessScope.everything(), knownAt);
    }

    Optional<SupervisionOrder> find(OrderId id, AccessScope scope) {
        return orders(SUPERVISION_ORDER.ID.eq(id.value()), scope, null).stream().findFirst();
    }

    private List<SupervisionOrder> orders(Condition which, AccessScope scope, @Nullable Instant knownAt) {
        return sql.select(SUPERVISION_ORDER.fields())
                .from(Temporal.asKnown(SUPERVISION_ORDER, SUPERVISION_ORDER_HISTORY, knownAt))
                .leftJoin(PHASE)
                .on(PHASE.ID.eq(SUPERVISION_ORDER.PHASE_ID))
                .where(which)
                .and(visible(scope))
                .orderBy(SUPERVISION_ORDER.ORDER_YEAR.desc(), SUPERVISION_ORDER.NUMBER.desc(), SUPERVISION_ORDER.ID)
                .fetchInto(SUPERVISION_ORDER)
                .map(OrderQueries::toOrder);
    }

    // An order on a decision hangs on no phase: who answers for it sees it.
    private static Condition visible(AccessScope scope) {
        return scope.isEverything()
                ? DSL.noCondition()
                : PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID).or(isAnsweredForBy(scope));
    }

    /** The orders on decisions that a department of the scope answers for. */
    static Condition isAnsweredForBy(AccessScope scope) {
        return SUPERVISION_ORDER
                .PHASE_ID
                .isNull()
                .and(SUPERVISION_ORDER.DEPARTMENT_ID.in(
                        scope.departments().stream().map(UnitId::value).toList()));
    }

    /** The items of a plan year that were under an order already then and still are. */
    Set<String> openBefore(int planYear, Instant before) {
        return new HashSet<>(sql.select(SUPERVISION_ORDER.OPEN_SUBJECT)
                .from(SUPERVISION_ORDER)
                .where(SUPERVISION_ORDER.PLAN_YEAR.eq((short) planYear))
                .and(SUPERVISION_ORDER.OPEN_SUBJECT.isNotNull())
                .and(SUPERVISION_ORDER.ISSUED_AT.lt(before))
                .fetch(SUPERVISION_ORDER.OPEN_SUBJECT));
    }

    /** What happened to an order, in order. */
    List<OrderStep> steps(OrderId order) {
        return sql.selectFrom(ORDER_STEP)
                .where(ORDER_STEP.ORDER_ID.eq(order.value()))
                .orderBy(ORDER_STEP.ID)
                .fetch(row -> new OrderStep(
                        OrderAction.valueOf(row.getAction()), row.getRemark(), row.getActor(), row.getRecordedAt()));
    }

    /** What was asked for an order, in order. */
    List<OrderRequest> requests(OrderId order) {
        return sql.selectFrom(ORDER_REQUEST)
                .where(ORDER_REQUEST.ORDER_ID.eq(order.value()))
                .orderBy(ORDER_REQUEST.ID)
                .fetch(OrderQueries::toRequest);
    }

    Optional<OrderRequest> request(long id) {
        return sql.selectFrom(ORDER_REQUEST).where(ORDER_REQUEST.ID.eq(id)).fetchOptional(OrderQueries::toRequest);
    }

    /** How many orders of the year wait for somebody, by scope. */
    int open(int planYear, AccessScope scope) {
        return sql.select(DSL.count())
                .from(SUPERVISION_ORDER)
                .join(PHASE)
                .on(PHASE.ID.eq(SUPERVISION_ORDER.PHASE_ID))
                .where(SUPERVISION_ORDER.PLAN_YEAR.eq((short) planYear))
                .and(SUPERVISION_ORDER.OPEN_SUBJECT.isNotNull())
                .and(PhaseScopeQueries.sees(scope, PHASE.ID, PHASE.LEAD_UNIT_ID))
                .fetchSingle(DSL.count());
    }

    static SupervisionOrder toOrder(SupervisionOrderRecord row) {
        return new SupervisionOrder(
                new OrderId(row.getId()),
                row.getOrderYear(),
                row.getNumber(),
                row.getPlanYear(),
                row.getPhaseId() == null ? null : new PhaseId(row.getPhaseId()),
                row.getNodeId() == null ? null : new NodeId(row.getNodeId()),
                row.getDecisionId() == null ? null : new DecisionId(row.getDecisionId()),
                row.getSubject(),
                row.getPeriod(),
                row.getReason(),
                row.getDemand(),
                new UnitId(row.getDepartmentId()),
                row.getLeaderName(),
                OrderState.valueOf(row.getState()),
                row.getIssuedBy(),
                row.getIssuedAt(),
                row.getFirstDeadline(),
                row.getDemandedBy(),
                row.getSignedBy(),
                row.getSignedAt(),
                row.getPlan(),
                row.getPlannedAt(),
                row.getReply(),
                row.getAnsweredAt(),
                row.getFirstAnsweredOn(),
                row.getFirstReturnedOn(),
                row.getVerdict(),
                row.getVerifiedBy(),
                row.getVerifiedAt(),
                row.getClosedAt(),
                row.getVersion());
    }

    private static OrderRequest toRequest(OrderRequestRecord row) {
        return new OrderRequest(
                row.getId(),
                new OrderId(row.getOrderId()),
                row.getReason(),
                row.getNewDeadline(),
                row.getStopFrom(),
                row.getStopTo(),
                row.getAskedBy(),
                row.getAskedAt(),
                row.getGranted(),
                row.getDecidedBy(),
                row.getRemark());
    }
}

package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.ORDER_NUMBER;
import static cn.guatu.jooq.Tables.ORDER_REQUEST;
import static cn.guatu.jooq.Tables.ORDER_STEP;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER;
import static cn.guatu.jooq.Tables.SUPERVISION_ORDER_HISTORY;

import cn.guatu.jooq.tables.records.SupervisionOrderRecord;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.Temporal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.ReportingWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 督办单 as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrderStore {

    private final DSLContext sql;

    OrderStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The open order of an item, locked. */
    Optional<OrderId> open(String subjectKey) {
        return sql.select(SUPERVISION_ORDER.ID)
                .from(SUPERVISION_ORDER)
                .where(SUPERVISION_ORDER.OPEN_SUBJECT.eq(subjectKey))
                .forUpdate()
                .fetchOptional(row -> new OrderId(row.value1()));
    }

    /** Issues an order under the next number of the year, which is given only when the transaction commits. */
    SupervisionOrder issue(NewOrder order, Recording how) {
        LocalDate day = LocalDate.ofInstant(how.at(), BusinessClock.ZONE);
        SupervisionOrderRecord row = sql.newRecord(SUPERVISION_ORDER);
        row.setOrderYear((short) day.getYear());
        row.setNumber(nextNumber(day.getYear()));
        row.setPlanYear((short) order.planYear());
        row.setPhaseId(order.phase() == null ? null : order.phase().value());
        row.setNodeId(order.node() == null ? null : order.node().value());
        row.setDecisionId(order.decision() == null ? null : order.decision().value());
        row.setSubject(order.subject());
        row.setOpenSubject(order.subjectKey());
        row.setPeriod(ReportingWeek.containing(day).toString());
        row.setReason(order.reason());
        row.setDemand(order.demand());
        row.setDepartmentId(order.department().value());
        row.setLeaderName(order.leader());
        row.setState(OrderState.ISSUED.name());
        row.setIssuedBy(how.actor());
        row.setIssuedAt(how.at());
        row.setFirstDeadline(order.deadline());
        row.setDemandedBy(order.deadline());
        row.setVersion(1);
        row.store();
        keep(row, how);
        step(new OrderId(row.getId()), OrderAction.ISSUED, order.reason(), how);
        return OrderQueries.toOrder(row);
    }

    private int nextNumber(int year) {
        sql.insertInto(ORDER_NUMBER)
                .set(ORDER_NUMBER.ORDER_YEAR, (short) year)
                .set(ORDER_NUMBER.LAST_NUMBER, 0)
                .onDuplicateKeyIgnore()
                .execute();
        int next = sql.select(ORDER_NUMBER.LAST_NUMBER)
                        .from(ORDER_NUMBER)
                        .where(ORDER_NUMBER.ORDER_YEAR.eq((short) year))
                        .forUpdate()
                        .fetchSingle()
                        .value1()
                + 1;
        sql.update(ORDER_NUMBER)
                .set(ORDER_NUMBER.LAST_NUMBER, next)
                .where(ORDER_NUMBER.ORDER_YEAR.eq((short) year))
                .execute();
        return next;
    }

    /** The order, locked. */
    Optional<SupervisionOrder> lock(OrderId id) {
        return sql.selectFrom(SUPERVISION_ORDER)
                .where(SUPERVISION_ORDER.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(OrderQueries::toOrder);
    }

    /** Moves a locked order on. */
    void move(SupervisionOrder order, OrderAction action, OrderState next, @Nullable String remark, Recording how) {
        LocalDate day = LocalDate.ofInstant(how.at(), BusinessClock.ZONE);
        SupervisionOrderRecord row = row(order.id());
        row.setState(next.name());
        row.setVersion(order.version() + 1);
        switch (action) {
            case SIGNED -> {
                row.setSignedBy(how.actor());
                row.setSignedAt(how.at());
            }
            case PLANNED -> {
                row.setPlan(remark);
                row.setPlannedAt(how.at());
            }
            case ANSWERED -> {
                row.setReply(remark);
                row.setAnsweredAt(how.at());
                if (row.getFirstAnsweredOn() == null) {
                    row.setFirstAnsweredOn(day);
                }
            }
            case RETURNED -> {
                if (row.getFirstReturnedOn() == null) {
                    row.setFirstReturnedOn(day);
                }
            }
            case VERIFIED -> {
                row.setVerdict(remark);
                row.setVerifiedBy(how.actor());
                row.setVerifiedAt(how.at());
            }
            case CLOSED, WITHDRAWN -> {
                row.setClosedAt(how.at());
                row.setOpenSubject(null);
            }
            case ISSUED, EXTENSION_ASKED, STOP_ASKED, GRANTED, REFUSED ->
                throw new IllegalArgumentException(action + " does not move an order");
        }
        row.store();
        keep(row, how);
        step(order.id(), action, remark, how);
    }

    /** Gives a locked order another deadline. */
    void setDeadline(SupervisionOrder order, LocalDate deadline, Recording how) {
        SupervisionOrderRecord row = row(order.id());
        row.setDemandedBy(deadline);
        row.setVersion(order.version() + 1);
        row.store();
        keep(row, how);
    }

    void ask(OrderId order, Ask ask, Recording how) {
        sql.insertInto(ORDER_REQUEST)
                .set(ORDER_REQUEST.ORDER_ID, order.value())
                .set(ORDER_REQUEST.KIND, ask.newDeadline() == null ? "STOP" : "EXTENSION")
                .set(ORDER_REQUEST.REASON, ask.reason())
                .set(ORDER_REQUEST.NEW_DEADLINE, ask.newDeadline())
                .set(ORDER_REQUEST.STOP_FROM, ask.stopFrom())
                .set(ORDER_REQUEST.STOP_TO, ask.stopTo())
                .set(ORDER_REQUEST.ASKED_BY, how.actor())
                .set(ORDER_REQUEST.ASKED_AT, how.at())
                .execute();
    }

    /** What is asked for: a new deadline or a stop of the clock. */
    record Ask(
            String reason,
            @Nullable LocalDate newDeadline,
            @Nullable LocalDate stopFrom,
            @Nullable LocalDate stopTo) {}

    /** Decides a request; false when it was decided before. */
    boolean decide(long request, boolean granted, @Nullable String remark, Recording how) {
        return sql.update(ORDER_REQUEST)
                        .set(ORDER_REQUEST.GRANTED, granted)
                        .set(ORDER_REQUEST.DECIDED_BY, how.actor())
                        .set(ORDER_REQUEST.DECIDED_AT, how.at())
                        .set(ORDER_REQUEST.REMARK, remark)
                        .where(ORDER_REQUEST.ID.eq(request))
                        .and(ORDER_REQUEST.GRANTED.isNull())
                        .execute()
                == 1;
    }

    void step(OrderId order, OrderAction action, @Nullable String remark, Recording how) {
        sql.insertInto(ORDER_STEP)
                .set(ORDER_STEP.ORDER_ID, order.value())
                .set(ORDER_STEP.ACTION, action.name())
                .set(ORDER_STEP.REMARK, remark)
                .set(ORDER_STEP.ACTOR, how.actor())
                .set(ORDER_STEP.RECORDED_AT, how.at())
                .execute();
    }

    private SupervisionOrderRecord row(OrderId id) {
        return sql.selectFrom(SUPERVISION_ORDER)
                .where(SUPERVISION_ORDER.ID.eq(id.value()))
                .fetchSingle();
    }

    private void keep(SupervisionOrderRecord row, Recording how) {
        Temporal.keep(
                sql, SUPERVISION_ORDER, SUPERVISION_ORDER_HISTORY, SUPERVISION_ORDER.ID.eq(row.getId()), how.at());
    }
}

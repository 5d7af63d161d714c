package cn.guatu.planning;

import static cn.guatu.jooq.Tables.HAND_OVER;
import static cn.guatu.jooq.Tables.HAND_OVER_ITEM;
import static cn.guatu.jooq.Tables.PERSON;

import cn.guatu.org.PersonId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads hand-overs. */
@Repository
class HandOverQueries {

    /** What a hand-over moved, and from whom. */
    record Moved(@Nullable PersonId from, List<PhaseId> phases, List<NodeId> nodes) {}

    private final DSLContext sql;

    HandOverQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<HandOver> of(int year) {
        return read(HAND_OVER.PLAN_YEAR.eq((short) year));
    }

    Optional<HandOver> find(long id) {
        return read(HAND_OVER.ID.eq(id)).stream().findFirst();
    }

    Moved moved(long id) {
        Long from = sql.select(HAND_OVER.FROM_ID)
                .from(HAND_OVER)
                .where(HAND_OVER.ID.eq(id))
                .fetchOne(HAND_OVER.FROM_ID);
        var items = sql.selectFrom(HAND_OVER_ITEM)
                .where(HAND_OVER_ITEM.HAND_OVER_ID.eq(id))
                .orderBy(HAND_OVER_ITEM.POSITION)
                .fetch();
        return new Moved(
                from == null ? null : new PersonId(from),
                items.stream()
                        .map(row -> row.getPhaseId())
                        .filter(Objects::nonNull)
                        .map(PhaseId::new)
                        .toList(),
                items.stream()
                        .map(row -> row.getNodeId())
                        .filter(Objects::nonNull)
                        .map(NodeId::new)
                        .toList());
    }

    private List<HandOver> read(Condition which) {
        Field<Integer> items =
                DSL.field(DSL.selectCount().from(HAND_OVER_ITEM).where(HAND_OVER_ITEM.HAND_OVER_ID.eq(HAND_OVER.ID)));
        return sql.select(HAND_OVER.fields())
                .select(PERSON.NAME, items)
                .from(HAND_OVER)
                .join(PERSON)
                .on(PERSON.ID.eq(HAND_OVER.TO_ID))
                .where(which)
                .orderBy(HAND_OVER.ID.desc())
                .fetch(row -> new HandOver(
                        row.get(HAND_OVER.ID),
                        row.get(HAND_OVER.PLAN_YEAR),
                        row.get(HAND_OVER.FROM_NAME),
                        new PersonId(row.get(HAND_OVER.TO_ID)),
                        row.get(PERSON.NAME),
                        row.get(HAND_OVER.EFFECTIVE_FROM),
                        row.get(HAND_OVER.REASON),
                        row.get(HAND_OVER.ACTOR),
                        row.get(HAND_OVER.RECORDED_AT),
                        row.get(items),
                        row.get(HAND_OVER.UNDONE_BY)));
    }
}

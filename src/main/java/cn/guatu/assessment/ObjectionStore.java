package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.SCORE_CORRECTION;
import static cn.guatu.jooq.Tables.SCORE_OBJECTION;

import cn.guatu.assessment.rule.Correction;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes objections and corrections. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ObjectionStore {

    private final DSLContext sql;

    ObjectionStore(DSLContext sql) {
        this.sql = sql;
    }

    public long raise(int year, int month, UnitId unit, String part, ScoreItem item, String grounds, Recording how) {
        sql.insertInto(SCORE_OBJECTION)
                .set(SCORE_OBJECTION.PLAN_YEAR, (short) year)
                .set(SCORE_OBJECTION.MONTH, (byte) month)
                .set(SCORE_OBJECTION.UNIT_ID, unit.value())
                .set(SCORE_OBJECTION.PART, part)
                .set(SCORE_OBJECTION.ITEM_KEY, item.key())
                .set(SCORE_OBJECTION.ITEM, item.item())
                .set(SCORE_OBJECTION.GROUNDS, grounds)
                .set(SCORE_OBJECTION.RAISED_BY, how.actor())
                .set(SCORE_OBJECTION.RAISED_AT, how.at())
                .set(SCORE_OBJECTION.STATE, Objection.State.OPEN.name())
                .set(SCORE_OBJECTION.VERSION, 1)
                .execute();
        return sql.lastID().longValueExact();
    }

    public void answer(Objection objection, int version, Objection.State state, String answer, Recording how) {
        int changed = sql.update(SCORE_OBJECTION)
                .set(SCORE_OBJECTION.STATE, state.name())
                .set(SCORE_OBJECTION.ANSWER, answer)
                .set(SCORE_OBJECTION.ANSWERED_BY, how.actor())
                .set(SCORE_OBJECTION.ANSWERED_AT, how.at())
                .set(SCORE_OBJECTION.VERSION, version + 1)
                .where(SCORE_OBJECTION.ID.eq(objection.id()))
                .and(SCORE_OBJECTION.VERSION.eq(version))
                .and(SCORE_OBJECTION.STATE.eq(Objection.State.OPEN.name()))
                .execute();
        if (changed == 0) {
            throw Refusal.conflict("这条异议刚刚已被答复，请刷新后核对。");
        }
    }

    /** @param objection the accepted objection; null for one given by hand */
    public void correct(int year, int month, Correction correction, @Nullable Long objection, Recording how) {
        sql.insertInto(SCORE_CORRECTION)
                .set(SCORE_CORRECTION.PLAN_YEAR, (short) year)
                .set(SCORE_CORRECTION.MONTH, (byte) month)
                .set(SCORE_CORRECTION.UNIT_ID, correction.unit().value())
                .set(SCORE_CORRECTION.PART, correction.part())
                .set(SCORE_CORRECTION.ITEM_KEY, correction.key())
                .set(SCORE_CORRECTION.ITEM, correction.item())
                .set(SCORE_CORRECTION.POINTS, correction.points())
                .set(SCORE_CORRECTION.REASON, correction.reason())
                .set(SCORE_CORRECTION.OBJECTION_ID, objection)
                .set(SCORE_CORRECTION.RECORDED_BY, how.actor())
                .set(SCORE_CORRECTION.RECORDED_AT, how.at())
                .execute();
    }
}

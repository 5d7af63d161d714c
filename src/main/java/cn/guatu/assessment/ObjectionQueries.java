package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.SCORE_CORRECTION;
import static cn.guatu.jooq.Tables.SCORE_OBJECTION;

import cn.guatu.assessment.rule.Correction;
import cn.guatu.jooq.tables.records.ScoreObjectionRecord;
import cn.guatu.org.UnitId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads objections and corrections. */
@Repository
class ObjectionQueries {

    private final DSLContext sql;

    ObjectionQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** The objections of a month, oldest first. */
    public List<Objection> of(int year, int month) {
        return sql.selectFrom(SCORE_OBJECTION)
                .where(SCORE_OBJECTION.PLAN_YEAR.eq((short) year))
                .and(SCORE_OBJECTION.MONTH.eq((byte) month))
                .orderBy(SCORE_OBJECTION.ID)
                .fetch(ObjectionQueries::toObjection);
    }

    public Optional<Objection> find(long id) {
        return sql.selectFrom(SCORE_OBJECTION)
                .where(SCORE_OBJECTION.ID.eq(id))
                .fetchOptional(ObjectionQueries::toObjection);
    }

    /** The corrections of a month as known at an instant, oldest first. */
    public List<Correction> corrections(int year, int month, Instant knownAt) {
        return sql.selectFrom(SCORE_CORRECTION)
                .where(SCORE_CORRECTION.PLAN_YEAR.eq((short) year))
                .and(SCORE_CORRECTION.MONTH.eq((byte) month))
                .and(SCORE_CORRECTION.RECORDED_AT.le(knownAt))
                .and(SCORE_CORRECTION.ITEM_KEY.notLike(SteppingIn.KEY + "%"))
                .orderBy(SCORE_CORRECTION.ID)
                .fetch(row -> new Correction(
                        new UnitId(row.getUnitId()),
                        row.getPart(),
                        row.getItemKey(),
                        row.getItem(),
                        row.getPoints(),
                        row.getReason()));
    }

    /** 主动补位 of a month as known at an instant, oldest first; what was taken back counts 0 times. */
    public List<SteppingIn> steppingIn(int year, int month, Instant knownAt) {
        Map<String, SteppingIn> all = new LinkedHashMap<>();
        sql.selectFrom(SCORE_CORRECTION)
                .where(SCORE_CORRECTION.PLAN_YEAR.eq((short) year))
                .and(SCORE_CORRECTION.MONTH.eq((byte) month))
                .and(SCORE_CORRECTION.RECORDED_AT.le(knownAt))
                .and(SCORE_CORRECTION.ITEM_KEY.like(SteppingIn.KEY + "%"))
                .orderBy(SCORE_CORRECTION.ID)
                .forEach(row -> all.merge(
                        row.getItemKey(),
                        new SteppingIn(
                                row.getItemKey(),
                                new UnitId(row.getUnitId()),
                                row.getItem(),
                                row.getReason(),
                                row.getPoints().intValue(),
                                row.getRecordedAt()),
                        (given, back) -> new SteppingIn(
                                given.key(),
                                given.unit(),
                                given.item(),
                                given.reason() + "；" + back.reason(),
                                given.times() + back.times(),
                                given.recordedAt())));
        return List.copyOf(all.values());
    }

    static Objection toObjection(ScoreObjectionRecord row) {
        return new Objection(
                row.getId(),
                row.getPlanYear(),
                row.getMonth(),
                new UnitId(row.getUnitId()),
                row.getPart(),
                row.getItemKey(),
                row.getItem(),
                row.getGrounds(),
                row.getRaisedBy(),
                row.getRaisedAt(),
                Objection.State.valueOf(row.getState()),
                row.getAnswer(),
                row.getAnsweredBy(),
                row.getAnsweredAt(),
                row.getVersion());
    }
}

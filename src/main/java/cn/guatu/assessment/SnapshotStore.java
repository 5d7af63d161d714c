package cn.guatu.assessment;

import static cn.guatu.jooq.Tables.MONTH_SNAPSHOT;
import static cn.guatu.jooq.Tables.MONTH_SNAPSHOT_ROW;
import static cn.guatu.jooq.Tables.SCORE_DRAFT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes drafts and snapshots. Nothing here changes or deletes a row. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SnapshotStore {

    private final DSLContext sql;

    SnapshotStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Adds a snapshot with all its rows; the place in the chain is unique, so only one can follow another. */
    public long add(SnapshotHash.Head head, String previousHash, String hash, List<SnapshotLine> lines) {
        sql.insertInto(MONTH_SNAPSHOT)
                .set(MONTH_SNAPSHOT.PLACE, head.place())
                .set(MONTH_SNAPSHOT.PLAN_YEAR, (short) head.year())
                .set(MONTH_SNAPSHOT.MONTH, (byte) head.month())
                .set(MONTH_SNAPSHOT.EDITION, head.edition())
                .set(MONTH_SNAPSHOT.CUT_OFF, head.cutOff())
                .set(MONTH_SNAPSHOT.PUBLISHED_AT, head.publishedAt())
                .set(MONTH_SNAPSHOT.KNOWN_AT, head.knownAt())
                .set(MONTH_SNAPSHOT.PUBLISHED_BY, head.publishedBy())
                .set(MONTH_SNAPSHOT.RULE_VERSION, head.ruleVersion())
                .set(MONTH_SNAPSHOT.ROW_COUNT, lines.size())
                .set(MONTH_SNAPSHOT.PREVIOUS_HASH, previousHash)
                .set(MONTH_SNAPSHOT.HASH, hash)
                .execute();
        long id = sql.lastID().longValueExact();
        Object[][] rows = new Object[lines.size()][];
        for (int i = 0; i < rows.length; i++) {
            SnapshotLine line = lines.get(i);
            rows[i] = new Object[] {id, i + 1, line.kind(), line.key(), line.content(), line.hash()};
        }
        sql.batch(sql.insertInto(
                                MONTH_SNAPSHOT_ROW,
                                MONTH_SNAPSHOT_ROW.SNAPSHOT_ID,
                                MONTH_SNAPSHOT_ROW.POSITION,
                                MONTH_SNAPSHOT_ROW.KIND,
                                MONTH_SNAPSHOT_ROW.ROW_KEY,
                                MONTH_SNAPSHOT_ROW.CONTENT,
                                MONTH_SNAPSHOT_ROW.ROW_HASH)
                        .values((Long) null, null, null, null, null, null))
                .bind(rows)
                .execute();
        return id;
    }

    /**
     * Keeps the first draft scores of a month; those that are kept already stay.
     *
     * @return how many are new
     */
    public int keepDrafts(int year, int month, List<Scorecard> cards, Instant at) {
        Set<Long> kept = sql.select(SCORE_DRAFT.UNIT_ID)
                .from(SCORE_DRAFT)
                .where(SCORE_DRAFT.PLAN_YEAR.eq((short) year))
                .and(SCORE_DRAFT.MONTH.eq((byte) month))
                .fetchSet(SCORE_DRAFT.UNIT_ID);
        List<InsertSetMoreStep<?>> inserts = cards.stream()
                .filter(card -> !kept.contains(card.unitId().value()))
                .<InsertSetMoreStep<?>>map(card -> sql.insertInto(SCORE_DRAFT)
                        .set(SCORE_DRAFT.PLAN_YEAR, (short) year)
                        .set(SCORE_DRAFT.MONTH, (byte) month)
                        .set(SCORE_DRAFT.UNIT_ID, card.unitId().value())
                        .set(SCORE_DRAFT.SCORE, card.score())
                        .set(SCORE_DRAFT.PLACE, card.rank())
                        .set(SCORE_DRAFT.DRAWN_AT, at))
                .toList();
        sql.batch(inserts).execute();
        return inserts.size();
    }
}

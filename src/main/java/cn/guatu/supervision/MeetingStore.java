package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.MEETING;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as rows. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MeetingStore {

    private static final String USUAL_TITLE = "挂图作战工作例会";

    private final DSLContext sql;

    MeetingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Enters a meeting that takes place, unless there is one on that day. */
    public void enter(int year, LocalDate heldOn) {
        if (sql.fetchExists(MEETING, MEETING.PLAN_YEAR.eq((short) year).and(MEETING.HELD_ON.eq(heldOn)))) {
            return;
        }
        insert(new MeetingData(year, heldOn, USUAL_TITLE, null, null, null, null), MeetingState.HELD);
    }

    /** @return false when there is one on that day */
    public boolean insert(MeetingData meeting, MeetingState state) {
        try {
            sql.insertInto(MEETING)
                    .set(MEETING.PLAN_YEAR, (short) meeting.year())
                    .set(MEETING.HELD_ON, meeting.heldOn())
                    .set(MEETING.TITLE, meeting.title())
                    .set(MEETING.PLACE, meeting.place())
                    .set(MEETING.CHAIR, meeting.chair())
                    .set(MEETING.ATTENDEES, meeting.attendees())
                    .set(MEETING.NOTE, meeting.note())
                    .set(MEETING.STATE, state.name())
                    .execute();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /** @return false when it is no longer the version */
    public boolean update(MeetingId id, int version, MeetingData meeting) {
        return sql.update(MEETING)
                        .set(MEETING.TITLE, meeting.title())
                        .set(MEETING.PLACE, meeting.place())
                        .set(MEETING.CHAIR, meeting.chair())
                        .set(MEETING.ATTENDEES, meeting.attendees())
                        .set(MEETING.NOTE, meeting.note())
                        .set(MEETING.VERSION, version + 1)
                        .where(MEETING.ID.eq(id.value()))
                        .and(MEETING.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** @return false when it is no longer the version */
    public boolean move(MeetingId id, int version, MeetingState state, @Nullable LocalDate minutesOn) {
        return sql.update(MEETING)
                        .set(MEETING.STATE, state.name())
                        .set(MEETING.MINUTES_ON, minutesOn)
                        .set(MEETING.VERSION, version + 1)
                        .where(MEETING.ID.eq(id.value()))
                        .and(MEETING.VERSION.eq(version))
                        .execute()
                == 1;
    }
}

package cn.guatu.supervision;

import static cn.guatu.jooq.Tables.MEETING;

import cn.guatu.jooq.tables.records.MeetingRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Reads meetings. */
@Repository
class MeetingQueries {

    private final DSLContext sql;

    MeetingQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** Of a year, latest first. */
    public List<Meeting> all(int year) {
        return sql.selectFrom(MEETING)
                .where(MEETING.PLAN_YEAR.eq((short) year))
                .orderBy(MEETING.HELD_ON.desc(), MEETING.ID.desc())
                .fetch(MeetingQueries::toMeeting);
    }

    public Optional<Meeting> find(MeetingId id) {
        return sql.selectFrom(MEETING).where(MEETING.ID.eq(id.value())).fetchOptional(MeetingQueries::toMeeting);
    }

    public Optional<Meeting> on(int year, LocalDate heldOn) {
        return sql.selectFrom(MEETING)
                .where(MEETING.PLAN_YEAR.eq((short) year))
                .and(MEETING.HELD_ON.eq(heldOn))
                .fetchOptional(MeetingQueries::toMeeting);
    }

    private static Meeting toMeeting(MeetingRecord row) {
        return new Meeting(
                new MeetingId(row.getId()),
                row.getPlanYear(),
                row.getHeldOn(),
                row.getTitle(),
                row.getPlace(),
                row.getChair(),
                row.getAttendees(),
                MeetingState.valueOf(row.getState()),
                row.getMinutesOn(),
                row.getNote(),
                row.getVersion());
    }
}

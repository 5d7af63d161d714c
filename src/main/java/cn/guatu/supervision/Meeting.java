package cn.guatu.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting (例会); the decisions of its date are its decisions.
 *
 * @param id its identity
 * @param year the plan year
 * @param heldOn 会议日期; one meeting a day of a year
 * @param title 名称
 * @param place 地点
 * @param chair 主持人
 * @param attendees 参会 as written
 * @param state how far it is
 * @param minutesOn when the minutes were issued; null: not yet
 * @param note what else is to be in the minutes
 * @param version counts its changes from 1
 */
public record Meeting(
        MeetingId id,
        int year,
        LocalDate heldOn,
        String title,
        @Nullable String place,
        @Nullable String chair,
        @Nullable String attendees,
        MeetingState state,
        @Nullable LocalDate minutesOn,
        @Nullable String note,
        int version) {}

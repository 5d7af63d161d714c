package cn.guatu.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as somebody wants it.
 *
 * @param year the plan year
 * @param heldOn 会议日期
 * @param title 名称, 1–120 signs
 * @param place 地点
 * @param chair 主持人
 * @param attendees 参会
 * @param note what else is to be in the minutes
 */
public record MeetingData(
        int year,
        LocalDate heldOn,
        String title,
        @Nullable String place,
        @Nullable String chair,
        @Nullable String attendees,
        @Nullable String note) {}

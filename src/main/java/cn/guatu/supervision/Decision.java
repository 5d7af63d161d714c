package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting decided (议定事项, semantics §14).
 *
 * @param id its identity
 * @param year the plan year
 * @param meetingDate 会议日期
 * @param matter 事项
 * @param lead 牵头
 * @param assisting 配合 as written
 * @param due 完成时限
 * @param status 状态
 * @param progress 进展
 * @param days the days of its way
 * @param sortOrder its place in the list, as in the workbook
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Decision(
        DecisionId id,
        int year,
        LocalDate meetingDate,
        String matter,
        UnitId lead,
        @Nullable String assisting,
        LocalDate due,
        DecisionStatus status,
        @Nullable String progress,
        DecisionDays days,
        int sortOrder,
        int version) {

    /** Whether something is still to be done by the lead. */
    public boolean isOpen() {
        return status != DecisionStatus.CLOSED && status != DecisionStatus.TO_VERIFY;
    }

    /** Whether it should have been done before this day. */
    public boolean isLate(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }
}

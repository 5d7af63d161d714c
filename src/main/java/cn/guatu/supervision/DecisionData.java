package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision as somebody wants it: a new one or a change.
 *
 * @param id null creates a decision
 * @param year the plan year
 * @param meetingDate 会议日期
 * @param matter 事项
 * @param lead 牵头
 * @param assisting 配合 as written
 * @param due 完成时限
 * @param status 状态
 * @param progress 进展
 * @param sortOrder its place in the list, as in the workbook
 */
public record DecisionData(
        @Nullable DecisionId id,
        int year,
        LocalDate meetingDate,
        String matter,
        UnitId lead,
        @Nullable String assisting,
        LocalDate due,
        DecisionStatus status,
        @Nullable String progress,
        int sortOrder) {}

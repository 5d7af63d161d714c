package cn.guatu.workbook.sheet;

import cn.guatu.supervision.DecisionStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of 会议议定. Identity: date and matter.
 *
 * @param matter as written, trimmed
 * @param lead unit that leads, as written
 * @param assisting names as written; may be outside bodies
 * @param status 未交办 when empty
 */
public record DecisionRow(
        RowAt at,
        LocalDate meetingDate,
        String matter,
        String lead,
        List<String> assisting,
        LocalDate due,
        DecisionStatus status,
        @Nullable String progress) {}

package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision or a blocker that was to be closed by a day: what the month counts as 问题与议定事项 (semantics §13).
 *
 * @param decision true for a 议定事项, false for a 堵点
 * @param id its key within its kind
 * @param subject the matter or the problem
 * @param unit who was to do it: the lead of a decision; the responsible unit of a blocker, else the lead department of its phase
 * @param due 时限
 * @param doneOn the day on which it was reported done, once that is verified (销号); null while it is not
 */
public record DueItem(
        boolean decision,
        long id,
        String subject,
        UnitId unit,
        LocalDate due,
        @Nullable LocalDate doneOn) {

    /** Whether it was done by its day. Verifying may take longer: that is not the unit's doing. */
    public boolean onTime() {
        return doneOn != null && !doneOn.isAfter(due);
    }
}

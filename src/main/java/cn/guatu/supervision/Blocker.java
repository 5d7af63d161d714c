package cn.guatu.supervision;

import cn.guatu.org.UnitId;
import cn.guatu.project.PhaseId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What holds a phase up (堵点, semantics §14).
 *
 * @param id its identity
 * @param phase the phase it hangs on
 * @param problem 问题
 * @param cause 原因类别; null when not said
 * @param responsible 责任单位 as written, perhaps an outside body
 * @param responsibleUnit the unit that is meant; null for an outside body
 * @param raisedOn 提出日期
 * @param due 要求解决日期
 * @param target 涉及指标
 * @param quantity 涉及数量 in the unit of the target
 * @param approx whether the quantity was written with 约
 * @param status 状态
 * @param standing where it stands on its way
 * @param sortOrder its place in the list, as in the workbook
 * @param version counts its changes from 1; an edit names the version it was made on
 */
public record Blocker(
        BlockerId id,
        PhaseId phase,
        String problem,
        @Nullable BlockerCause cause,
        String responsible,
        @Nullable UnitId responsibleUnit,
        LocalDate raisedOn,
        @Nullable LocalDate due,
        @Nullable TargetId target,
        @Nullable BigDecimal quantity,
        boolean approx,
        BlockerStatus status,
        BlockerStanding standing,
        int sortOrder,
        int version) {

    /** Whether it still holds something up. */
    public boolean isOpen() {
        return status == BlockerStatus.OPEN || status == BlockerStatus.COORDINATING;
    }

    /** How many days it has held up, or held up until it was solved. */
    public long daysHeld(LocalDate today) {
        LocalDate until = isOpen() || standing.resolvedOn() == null ? today : standing.resolvedOn();
        return Math.max(0, ChronoUnit.DAYS.between(raisedOn, until));
    }
}

package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of 堵点. Identity: project, phase and problem.
 *
 * @param projectCode folded code
 * @param phase 一期 when empty
 * @param cause null when not given
 * @param responsible unit that answers for it, as written; may be an outside body
 * @param due null when not given
 * @param targetCode null when not given
 * @param quantity what it holds up, as written; null when empty
 * @param status 未解决 when empty
 */
public record BlockerRow(
        RowAt at,
        String projectCode,
        String phase,
        String problem,
        @Nullable BlockerCause cause,
        String responsible,
        LocalDate raisedOn,
        @Nullable LocalDate due,
        @Nullable String targetCode,
        @Nullable Amount quantity,
        BlockerStatus status) {}

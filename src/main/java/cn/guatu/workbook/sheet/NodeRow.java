package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of 节点. Identity: project, phase and name.
 *
 * @param projectCode folded code
 * @param phase 一期 when empty
 * @param key the folded name
 * @param owner null: the owner of the phase
 * @param weight null: 1
 * @param durationDays working days; null: none given
 * @param targetCode what completing it counts for; null: nothing
 * @param quantity as written, in its own unit or that of 计入单位; null when empty
 */
public record NodeRow(
        RowAt at,
        String projectCode,
        String phase,
        String name,
        String key,
        LocalDate planned,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        @Nullable String owner,
        @Nullable BigDecimal weight,
        List<PredecessorRef> predecessors,
        @Nullable Integer durationDays,
        @Nullable String targetCode,
        @Nullable Amount quantity,
        @Nullable String basis) {}

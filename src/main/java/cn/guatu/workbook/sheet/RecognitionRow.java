package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of 计入. Identity: project, phase, target, node and batch, or the evidence when there is no batch.
 *
 * @param projectCode folded code
 * @param phase 一期 when empty
 * @param targetCode folded code
 * @param quantity as written, in its own unit or that of 单位; never zero. Of a ratio the numerator: {@link Amount#bare}
 * @param denominator only of a ratio, then in the unit of the numerator; null otherwise
 * @param nodeName null: recognised on the phase alone
 * @param batch null: the evidence stands for it
 * @param remark the reason, required for a negative quantity
 */
public record RecognitionRow(
        RowAt at,
        String projectCode,
        String phase,
        String targetCode,
        LocalDate date,
        Amount quantity,
        @Nullable Amount denominator,
        @Nullable String nodeName,
        @Nullable String batch,
        String evidence,
        @Nullable String remark) {}

package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.Amount;

/**
 * A row of 目标分解. Identity: target and unit.
 *
 * @param targetCode folded code
 * @param unit street or department, as written
 * @param value as written; {@link Amount#in} gives it in the unit of the target
 */
public record AllocationRow(RowAt at, String targetCode, String unit, Amount value) {}

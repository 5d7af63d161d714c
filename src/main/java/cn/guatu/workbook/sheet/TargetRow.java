package cn.guatu.workbook.sheet;

import cn.guatu.platform.measure.MeasureUnit;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of 指标. Identity: the code. Values are in the unit of the target, converted and with at most 6 decimals; under % they are
 * fractions (1 is 100 %).
 *
 * @param code folded: no blanks, half-width
 * @param codeKey the code in upper case, which identifies the target
 * @param value null when no value is given yet, which is not zero
 * @param approx 约 was written before the value
 * @param status as written; when empty 正式 with a value, 预计 without
 * @param effectiveFrom null: 1 January of the plan year (semantics §5)
 * @param parentCode folded code of the target above; null when top-level
 * @param ofWhich null exactly when there is no parent
 * @param months the cumulative plan, January first, twelve entries; null is a blank month, which keeps the month before
 */
public record TargetRow(
        RowAt at,
        String code,
        String codeKey,
        String name,
        MeasureUnit unit,
        @Nullable BigDecimal value,
        boolean approx,
        VersionStatus status,
        @Nullable String docNo,
        @Nullable LocalDate effectiveFrom,
        @Nullable String parentCode,
        @Nullable OfWhich ofWhich,
        TargetKind kind,
        Direction direction,
        @Nullable BigDecimal base,
        Pace pace,
        String leadDepartment,
        @Nullable String leader,
        @Nullable String source,
        @Nullable String definition,
        @Nullable BigDecimal weight,
        List<@Nullable BigDecimal> months) {

    /** Whether any month has a planned value. */
    public boolean hasCurve() {
        return months.stream().anyMatch(Objects::nonNull);
    }
}

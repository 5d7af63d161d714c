package cn.guatu.rollup.api;

import static cn.guatu.platform.api.ApiNumbers.amount;
import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.rollup.Basis;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code GET /years/{y}/targets}; the fields mean what {@link TargetFigure} says. */
record TargetAnswer(
        String code,
        String name,
        String unit,
        TargetKind kind,
        @Nullable String parentCode,
        @Nullable OfWhich ofWhich,
        @Nullable BigDecimal target,
        @Nullable VersionStatus targetStatus,
        @Nullable BigDecimal achieved,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        int missing,
        String leadDepartment,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal buffer,
        @Nullable String partsOf,
        @Nullable BigDecimal plannedOnNodes,
        @Nullable BigDecimal linear,
        @Nullable BigDecimal requiredPerMonth,
        @Nullable BigDecimal lastThreeMonths,
        @Nullable BigDecimal forecast,
        boolean approx,
        Direction direction,
        Pace method,
        @Nullable BigDecimal baseValue,
        @Nullable BigDecimal unattributed,
        @Nullable Basis basis,
        @Nullable String docNo,
        @Nullable LocalDate effectiveFrom,
        @Nullable BigDecimal weight,
        @Nullable String leader,
        @Nullable String source,
        @Nullable String definition) {

    static TargetAnswer of(TargetFigure figure) {
        return new TargetAnswer(
                figure.code(),
                figure.name(),
                figure.unit(),
                figure.kind(),
                figure.parentCode(),
                figure.ofWhich(),
                amount(figure.target()),
                figure.targetStatus(),
                amount(figure.achieved()),
                fraction(figure.rate()),
                fraction(figure.expected()),
                fraction(figure.planned()),
                fraction(figure.deviation()),
                figure.light(),
                figure.lightReason(),
                figure.missing(),
                figure.leadDepartment(),
                amount(figure.gap()),
                fraction(figure.buffer()),
                figure.partsOf(),
                amount(figure.plannedOnNodes()),
                fraction(figure.linear()),
                amount(figure.requiredPerMonth()),
                amount(figure.lastThreeMonths()),
                amount(figure.forecast()),
                figure.approx(),
                figure.direction(),
                figure.method(),
                amount(figure.baseValue()),
                amount(figure.unattributed()),
                figure.basis(),
                figure.docNo(),
                figure.effectiveFrom(),
                amount(figure.weight()),
                figure.leader(),
                figure.source(),
                figure.definition());
    }
}

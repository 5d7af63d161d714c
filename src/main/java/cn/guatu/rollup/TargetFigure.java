package cn.guatu.rollup;

import cn.guatu.target.Direction;
import cn.guatu.target.OfWhich;
import cn.guatu.target.Pace;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One target as of a day (semantics §4–8). Quantities are in {@code unit} (under the unit %, as fractions: 1 is 100 %), rates are
 * fractions, unrounded. For a caller who sees only a slice, the figures are those of the slice.
 *
 * @param code 编码
 * @param name 名称
 * @param unit 单位
 * @param kind 类型
 * @param direction 方向
 * @param method 序时方式
 * @param parentCode 上级指标; null for a top-level target
 * @param ofWhich 其中关系; null exactly when parentCode is
 * @param level 0 for a top-level target, else one more than its parent
 * @param sortOrder order in the workbook
 * @param target the value in force at the cut-off; null when there is none. For a slice: its denominator
 * @param targetStatus status of the version in force; null without one
 * @param approx whether the value was written with 约
 * @param docNo 文号 of the version in force; null when not given
 * @param effectiveFrom effective date of the version in force; null without one
 * @param basis for a slice, where its denominator comes from; null for the whole district, or when absent
 * @param baseValue 基期值, for DOWN; null when not given
 * @param achieved what is recognised (FLOW), the value (STOCK, RATIO), share × target (MILESTONE); null: 未报
 * @param unattributed 待分: what is booked on a parent of PARTITION parts itself; null for a target without such parts
 * @param rate completion rate, never clamped; null: "—"
 * @param expected expected progress by the method; null for a plan method without a curve
 * @param planned the plan curve's share; null without a curve
 * @param linear the MONTH_LINEAR expectation, whatever the method
 * @param deviation rate − expected; null when one is absent
 * @param light 灯
 * @param lightReason one sentence with the numbers and the rule version that decided
 * @param missing nodes that were due and have neither an actual date nor a recognition
 * @param plannedOnNodes Σ quantities planned on nodes of in-plan phases; null when no such node names a quantity
 * @param gap target − Σ parts; null without a target
 * @param buffer Σ parts / target; null without a target or with target 0
 * @param partsOf what the parts of gap and buffer are: 街道分解, 科室分解, 子指标 or 节点计划; null when there are none
 * @param requiredPerMonth what is still to do, by month left in the year; null without target or value, or with no month left
 * @param lastThreeMonths mean of what the last three completed months added; null for RATIO and MILESTONE
 * @param forecast year-end forecast; null when there is no value
 * @param leadDepartment 牵头科室
 * @param leader 责任领导; null when not given
 * @param weight 权重; null when not given (counts as 1)
 * @param source 来源; null when not given
 * @param definition 口径; null when not given
 */
public record TargetFigure(
        String code,
        String name,
        String unit,
        TargetKind kind,
        Direction direction,
        Pace method,
        @Nullable String parentCode,
        @Nullable OfWhich ofWhich,
        int level,
        int sortOrder,
        @Nullable BigDecimal target,
        @Nullable VersionStatus targetStatus,
        boolean approx,
        @Nullable String docNo,
        @Nullable LocalDate effectiveFrom,
        @Nullable Basis basis,
        @Nullable BigDecimal baseValue,
        @Nullable BigDecimal achieved,
        @Nullable BigDecimal unattributed,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal planned,
        BigDecimal linear,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        int missing,
        @Nullable BigDecimal plannedOnNodes,
        @Nullable BigDecimal gap,
        @Nullable BigDecimal buffer,
        @Nullable String partsOf,
        @Nullable BigDecimal requiredPerMonth,
        @Nullable BigDecimal lastThreeMonths,
        @Nullable BigDecimal forecast,
        String leadDepartment,
        @Nullable String leader,
        @Nullable BigDecimal weight,
        @Nullable String source,
        @Nullable String definition) {}

package cn.guatu.rollup.rule;

import cn.guatu.rollup.Basis;
import cn.guatu.target.Direction;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The arithmetic of a figure as a sentence with its numbers. */
public final class Formula {

    private Formula() {}

    /** How the rate came about. */
    public static String of(YearFacts.Target target, Figure figure) {
        String unit = target.unit();
        String value = value(target, figure);
        String denominator = denominatorName(figure.basis());
        if (figure.rate() == null) {
            return value + "；" + denominator + shown(figure.target(), unit) + "；完成率 —";
        }
        String rate = Exact.percent(figure.rate());
        if (target.kind() == TargetKind.MILESTONE) {
            return value + "；完成率 = 已完成节点权重 ÷ 节点权重 = " + rate;
        }
        if (target.direction() == Direction.DOWN && target.baseValue() != null) {
            String base = shown(target.baseValue(), unit);
            return value + "；完成率 = (基期值" + base + " − 完成值" + shown(figure.achieved(), unit) + ") ÷ (基期值" + base + " − "
                    + denominator + shown(figure.target(), unit) + ") = " + rate;
        }
        return value + "；完成率 = 完成值" + shown(figure.achieved(), unit) + " ÷ " + denominator
                + shown(figure.target(), unit) + " = " + rate;
    }

    private static String value(YearFacts.Target target, Figure figure) {
        String unit = target.unit();
        return switch (target.kind()) {
            case FLOW -> "完成值 = 截止日前各条计入之和 = " + shown(figure.achieved(), unit);
            case STOCK -> "完成值 = 各分期最近一次取值之和 = " + shown(figure.achieved(), unit);
            case RATIO ->
                figure.achieved() == null
                        ? "完成值 = 分子之和 ÷ 分母之和，截止日前未报"
                        : "完成值 = 分子之和" + Exact.plain(figure.quantity()) + " ÷ 分母之和" + Exact.plain(figure.denominator())
                                + " = " + shown(figure.achieved(), unit);
            case MILESTONE -> "完成值 = 已完成节点权重占比 × 目标 = " + shown(figure.achieved(), unit);
        };
    }

    private static String denominatorName(@Nullable Basis basis) {
        return basis == null ? "目标值" : basis == Basis.ALLOCATED ? "分解目标" : "项目计划量";
    }

    private static String shown(@Nullable BigDecimal quantity, String unit) {
        if (quantity == null) {
            return "—";
        }
        return unit.equals("%") ? Exact.percent(quantity) : Exact.plain(quantity) + unit;
    }
}

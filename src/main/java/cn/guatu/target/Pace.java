package cn.guatu.target;

import java.util.Optional;

/** How expected progress is worked out (序时方式, semantics §7). */
public enum Pace {
    /** 月度: completed months / 12; the default */
    MONTH_LINEAR("月度"),
    /** 按日: day of year / days in the year */
    DAY_LINEAR("按日"),
    /** 计划: the cumulative plan as a step at month ends */
    PLAN_CURVE("计划"),
    /** 计划插值: the cumulative plan, interpolated by days */
    PLAN_CURVE_INTERPOLATED("计划插值"),
    /** 节点: weight of nodes planned by then / weight */
    NODE("节点");

    private final String label;

    Pace(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<Pace> ofLabel(String word) {
        for (Pace each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

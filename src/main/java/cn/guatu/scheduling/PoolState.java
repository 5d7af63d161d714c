package cn.guatu.scheduling;

import cn.guatu.project.PlanNature;
import java.math.BigDecimal;

/** Where a phase stands on its way from an idea into the plan of the year (储备池, semantics §11). */
public enum PoolState {
    /** 潜力 */
    POTENTIAL("潜力", "0.2", PlanNature.RESERVE),
    /** 储备: what a phase with 计划性质 储备 is when nobody says more */
    RESERVE("储备", "0.5", PlanNature.RESERVE),
    /** 拟启动 */
    STARTING("拟启动", "0.7", PlanNature.RESERVE),
    /** 列入年度: in the plan */
    LISTED("列入年度", "1", PlanNature.PLANNED),
    /** 计划外同步推进 */
    ALONGSIDE("计划外同步推进", "0.5", PlanNature.EXTRA),
    /** 退出: counted no more */
    LEFT("退出", "0", PlanNature.RESERVE);

    private final String label;
    private final BigDecimal usual;
    private final PlanNature nature;

    PoolState(String label, String usual, PlanNature nature) {
        this.label = label;
        this.usual = new BigDecimal(usual);
        this.nature = nature;
    }

    /** The Chinese word for screens; never null. */
    public String label() {
        return label;
    }

    /** The probability of delivery within the year when nobody has judged it (ours), 0 to 1. */
    public BigDecimal usualProbability() {
        return usual;
    }

    /** 计划性质 of a phase in this state. */
    public PlanNature nature() {
        return nature;
    }

    /** The state of a phase that nobody has placed. */
    public static PoolState of(PlanNature nature) {
        return switch (nature) {
            case PLANNED -> LISTED;
            case RESERVE -> RESERVE;
            case EXTRA -> ALONGSIDE;
        };
    }
}

package cn.guatu.project;

import java.util.Optional;

/** Whether a phase is in the plan (计划性质). */
public enum PlanNature {
    /** 计划内: the default */
    PLANNED("计划内"),
    /** 储备: never in a denominator */
    RESERVE("储备"),
    /** 计划外: never in a denominator */
    EXTRA("计划外");

    private final String label;

    PlanNature(String label) {
        this.label = label;
    }

    /** The Chinese word for screens, workbooks and documents; never null. */
    public String label() {
        return label;
    }

    /** The constant with exactly this Chinese word; empty when there is none. */
    public static Optional<PlanNature> ofLabel(String word) {
        for (PlanNature each : values()) {
            if (each.label.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

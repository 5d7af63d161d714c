package cn.guatu.supervision.ui;

import org.jspecify.annotations.Nullable;

/** The questions of the page 督查. */
enum SupervisionTab {
    RATE("填报率"),
    SILENT("未报"),
    LATE("逾期节点"),
    MOVED("改期"),
    RETURNED("退回"),
    STEPS("督办阶梯"),
    WORDS("催办与批示"),
    BURDEN("填报负担");

    private final String label;

    SupervisionTab(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static SupervisionTab of(@Nullable String word) {
        for (SupervisionTab each : values()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        return RATE;
    }
}

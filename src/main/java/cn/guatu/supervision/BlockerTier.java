package cn.guatu.supervision;

import java.util.Optional;

/** Who a blocker has been brought to (层级, semantics §14), from below to above. */
public enum BlockerTier {
    /** 科室 */
    DEPARTMENT("科室"),
    /** 专班 */
    TASK_FORCE("专班"),
    /** 指挥部 */
    HEADQUARTERS("指挥部");

    private final String label;

    BlockerTier(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents. */
    public String label() {
        return label;
    }

    /** The tier above; empty at the top. */
    public Optional<BlockerTier> above() {
        return this == HEADQUARTERS ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}

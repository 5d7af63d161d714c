package cn.guatu.progress;

import cn.guatu.target.TargetId;
import cn.guatu.target.TargetKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an item counts towards, and how much of it is there; quantities in the unit of the target.
 *
 * @param declared 计入数量 of the node; null when none is declared
 * @param confirmed what the ledger has for phase and target; of a stock the latest value
 * @param confirmedBelow the confirmed denominator, of a ratio; else zero
 * @param onNode what the ledger has on this very node
 */
public record Counted(
        TargetId target,
        String code,
        String name,
        String unit,
        TargetKind kind,
        @Nullable BigDecimal declared,
        BigDecimal confirmed,
        BigDecimal confirmedBelow,
        BigDecimal onNode) {

    /** Whether a cumulative value is filled in for it: a milestone counts its nodes instead. */
    public boolean takesQuantity() {
        return kind != TargetKind.MILESTONE;
    }
}

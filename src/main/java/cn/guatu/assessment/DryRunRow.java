package cn.guatu.assessment;

import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What another set of rules would have made of a published score.
 *
 * @param year the plan year
 * @param month 1–12
 * @param unit name of the unit
 * @param kind 街道, 科室 or 专班
 * @param scoreBefore as published; null: "—"
 * @param rankBefore as published; null without a score
 * @param scoreAfter by the other rules, on the facts of the publication; null: "—"
 * @param rankAfter by the other rules; null without a score
 */
public record DryRunRow(
        int year,
        int month,
        String unit,
        UnitKind kind,
        @Nullable BigDecimal scoreBefore,
        @Nullable Integer rankBefore,
        @Nullable BigDecimal scoreAfter,
        @Nullable Integer rankAfter) {

    /** Whether the unit would have stood at another place. */
    public boolean isMoved() {
        return rankBefore == null ? rankAfter != null : !rankBefore.equals(rankAfter);
    }
}

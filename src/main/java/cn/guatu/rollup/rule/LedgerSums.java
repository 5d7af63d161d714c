package cn.guatu.rollup.rule;

import cn.guatu.org.UnitId;
import cn.guatu.project.NodeId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What the ledger says on a day: sums by target × street × lead department, shares applied, and the nodes that something was
 * recognised on.
 *
 * @param sums rows up to the cut-off; for a STOCK target only each phase's latest standing row
 * @param recognised nodes with a standing row by the cut-off; only nodes that are open and due need be in it
 */
public record LedgerSums(List<Sum> sums, Set<NodeId> recognised) {

    /**
     * One cell of the ledger.
     *
     * @param quantity Σ quantities, shares applied
     * @param denominator Σ denominators, shares applied; 0 but for RATIO
     * @param recent the part of quantity that occurred in the last three completed months
     * @param involved Σ whole quantities of the rows that touch the street; equals quantity where that was not asked for
     * @param involvedDenominator the same of the denominators
     */
    public record Sum(
            TargetId target,
            UnitId street,
            UnitId department,
            BigDecimal quantity,
            BigDecimal denominator,
            BigDecimal recent,
            BigDecimal involved,
            BigDecimal involvedDenominator) {}
}

package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * A part of the scorecard and the rules that fill it.
 *
 * @param name as printed
 * @param kind what it does to the score
 * @param points the weight of a BASE part, the cap of a BONUS part; 0 for DEDUCTION
 * @param leastDue fewer due items than this: the part does not apply
 * @param rules in the order of their items
 */
public record RulePart(String name, PartKind kind, BigDecimal points, int leastDue, List<ScoreRule> rules) {

    /** The list is copied. */
    public RulePart {
        rules = List.copyOf(rules);
    }
}

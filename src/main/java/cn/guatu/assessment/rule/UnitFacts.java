package cn.guatu.assessment.rule;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import java.util.List;

/**
 * What the rules look at of a unit in a month.
 *
 * @param unit its identity
 * @param name its name
 * @param kind 街道, 科室 or 专班
 * @param reportsDue how many weekly reports it was asked for in the month
 * @param facts in the order in which items are shown
 */
public record UnitFacts(UnitId unit, String name, UnitKind kind, int reportsDue, List<Fact> facts) {

    /** The list is copied. */
    public UnitFacts {
        facts = List.copyOf(facts);
    }
}

package cn.guatu.assessment;

import cn.guatu.assessment.rule.UnitFacts;
import cn.guatu.rollup.MonthFigures;
import java.util.List;

/**
 * All that a closing looks at, from one consistent reading.
 *
 * @param figures the figures of the month's end
 * @param units what the scoring rules look at, by unit
 */
record MonthFacts(MonthFigures figures, List<UnitFacts> units) {}

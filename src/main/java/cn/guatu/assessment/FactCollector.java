package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.UnitFacts;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.RollupService;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what a month is judged by: a fixed handful of statements in one consistent snapshot, however large the year. */
@Component
class FactCollector {

    private final RollupService rollup;
    private final OrgService org;
    private final RetryingTransactions transactions;

    FactCollector(RollupService rollup, OrgService org, RetryingTransactions transactions) {
        this.rollup = rollup;
        this.org = org;
        this.transactions = transactions;
    }

    /** @param knownAt everything recorded up to then, nothing later */
    MonthFacts collect(YearMonth month, Instant knownAt) {
        return transactions.readOnly(() -> {
            MonthFigures figures = rollup.month(month, knownAt);
            Map<String, List<Fact>> progress = ProgressFacts.of(figures);
            Map<String, List<Fact>> nodes = NodeFacts.of(figures.nodes(), month);
            List<UnitFacts> units = new ArrayList<>();
            for (Unit unit : org.units()) {
                if (unit.kind() == UnitKind.DISTRICT) {
                    continue;
                }
                List<Fact> facts = new ArrayList<>(progress.getOrDefault(unit.name(), List.of()));
                facts.addAll(nodes.getOrDefault(unit.name(), List.of()));
                // A task force is there for a while: it is assessed when it leads something.
                if (unit.kind() != UnitKind.TASK_FORCE || !facts.isEmpty()) {
                    units.add(new UnitFacts(unit.id(), unit.name(), unit.kind(), 0, facts));
                }
            }
            return new MonthFacts(figures, units);
        });
    }
}

package cn.guatu.assessment;

import cn.guatu.assessment.rule.ScoreRules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** The scoring rules, by version (semantics §13). */
@Service
public class RuleService {

    private final RuleQueries queries;

    RuleService(RuleQueries queries) {
        this.queries = queries;
    }

    /** Every version, the latest first; the one that ships with the product is always the last. */
    public List<RuleSet> versions() {
        List<RuleSet> versions = new ArrayList<>(queries.all());
        boolean replaced = versions.stream().anyMatch(each -> each.state() == RuleSetState.ACTIVE);
        versions.addFirst(new RuleSet(
                ScoreRules.DEFAULT, replaced ? RuleSetState.RETIRED : RuleSetState.ACTIVE, null, null, null, null, 1));
        return versions.reversed();
    }

    /** The version in use. */
    public ScoreRules active() {
        return versions().stream()
                .filter(each -> each.state() == RuleSetState.ACTIVE)
                .map(RuleSet::rules)
                .findFirst()
                .orElse(ScoreRules.DEFAULT);
    }
}

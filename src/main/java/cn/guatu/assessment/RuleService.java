package cn.guatu.assessment;

import cn.guatu.assessment.rule.RuleLint;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.assessment.rule.Scorer;
import cn.guatu.org.ChangeLog;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.persistence.Recording;
import cn.guatu.platform.persistence.RetryingTransactions;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.security.AuditService;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The scoring rules, by version (semantics §13): drafted, tried on published months, and put into use when nothing is wrong with them. */
@Service
public class RuleService {

    private static final int MONTHS_TRIED = 3;

    private final RuleQueries queries;
    private final RuleStore store;
    private final SnapshotQueries snapshots;
    private final ObjectionQueries objections;
    private final ChangeLog changes;
    private final AuditService audit;
    private final RetryingTransactions transactions;
    private final BusinessClock clock;
    private final CurrentUser user;

    RuleService(
            RuleQueries queries,
            RuleStore store,
            SnapshotQueries snapshots,
            ObjectionQueries objections,
            ChangeLog changes,
            AuditService audit,
            RetryingTransactions transactions,
            BusinessClock clock,
            CurrentUser user) {
        this.queries = queries;
        this.store = store;
        this.snapshots = snapshots;
        this.objections = objections;
        this.changes = changes;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.user = user;
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

    /** The version that was in use at an instant; the one that ships with the product before the first activation. */
    ScoreRules activeAt(Instant knownAt) {
        return queries.all().stream()
                .filter(each ->
                        each.activatedAt() != null && !each.activatedAt().isAfter(knownAt))
                .max(Comparator.comparing(each -> Objects.requireNonNull(each.activatedAt())))
                .map(RuleSet::rules)
                .orElse(ScoreRules.DEFAULT);
    }

    /** What is wrong with a set of rules; empty: it may be put into use. */
    public List<String> check(ScoreRules rules) {
        return RuleLint.check(rules);
    }

    /**
     * Makes a draft that says the same as a version.
     *
     * @return the draft
     */
    @PreAuthorize(Permission.May.OPERATE)
    public RuleSet draftFrom(ScoreRules rules) {
        Recording how = new Recording(clock.now(), user.account(), null, null);
        return transactions.execute(() -> {
            int next = versions().getFirst().rules().version() + 1;
            ScoreRules draft = new ScoreRules(next, "第" + next + "版评分规则", rules.parts());
            store.insertDraft(draft, how);
            audit.record("score-rules.draft", draft.name(), null, draft);
            return new RuleSet(draft, RuleSetState.DRAFT, how.actor(), how.at(), null, null, 1);
        });
    }

    /**
     * Changes a draft; what is wrong with it does not keep it from being saved.
     *
     * @param version the one that the change was made on
     * @throws Refusal CONFLICT when somebody else has changed it since, or it is in use
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void saveDraft(ScoreRules rules, int version) {
        transactions.run(() -> store.replaceDraft(rules, version));
    }

    /**
     * Puts a draft into use, for months that are closed from now on.
     *
     * @throws Refusal INADMISSIBLE when something is wrong with it, NOT_FOUND for an unknown version, CONFLICT when it is no draft
     */
    @PreAuthorize(Permission.May.OPERATE)
    public void activate(int ruleVersion) {
        Recording how = new Recording(clock.now(), user.account(), null, null);
        transactions.run(() -> {
            RuleSet draft = versions().stream()
                    .filter(each -> each.rules().version() == ruleVersion)
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("没有第" + ruleVersion + "版评分规则。"));
            List<String> findings = check(draft.rules());
            if (!findings.isEmpty()) {
                throw Refusal.inadmissible("第" + ruleVersion + "版评分规则不能启用：" + String.join("", findings));
            }
            ScoreRules before = active();
            store.activate(ruleVersion, how);
            audit.record("score-rules.activate", draft.rules().name(), before, draft.rules());
            changes.record(how, "SCORE_RULES", "启用" + draft.rules().name());
        });
    }

    /** What the rules would have made of the last three published months, on the facts that were published; the latest month first. */
    public List<DryRunRow> dryRun(ScoreRules rules) {
        return transactions.readOnly(() -> {
            List<DryRunRow> rows = new ArrayList<>();
            snapshots.latest(MONTHS_TRIED).forEach(head -> rows.addAll(tried(rules, head)));
            return rows;
        });
    }

    private List<DryRunRow> tried(ScoreRules rules, Published head) {
        List<SnapshotLine> lines = snapshots.lines(head.id(), SnapshotContent.kindsOfScores());
        Map<UnitId, Scorecard> before = new HashMap<>();
        SnapshotContent.scorecards(lines).forEach(card -> before.put(card.unitId(), card));
        return new Scorer(rules, objections.corrections(head.year(), head.month(), head.knownAt()))
                .score(SnapshotContent.facts(lines)).stream()
                        .map(card -> {
                            Scorecard was = before.get(card.unitId());
                            return new DryRunRow(
                                    head.year(),
                                    head.month(),
                                    card.unit(),
                                    card.unitType(),
                                    was == null ? null : was.score(),
                                    was == null ? null : was.rank(),
                                    card.score(),
                                    card.rank());
                        })
                        .toList();
    }
}

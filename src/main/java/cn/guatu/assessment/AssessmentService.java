package cn.guatu.assessment;

import cn.guatu.assessment.rule.Correction;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.assessment.rule.Scorer;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.PlanMonths;
import cn.guatu.org.PlanYearService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.project.NodeId;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupService;
import cn.guatu.security.AccessScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Scores and publications of months (semantics §13). These are reads for the whole district; a screen or controller that shows them to
 * somebody narrows them to what he may see with {@link Visibility}.
 */
@Service
public class AssessmentService {

    private static final int MONTHS = 12;

    private final PlanYearService years;
    private final PlanMonths months;
    private final FactCollector facts;
    private final RuleService rules;
    private final ObjectionQueries objections;
    private final SnapshotQueries snapshots;
    private final RollupService rollup;
    private final BusinessClock clock;

    AssessmentService(
            PlanYearService years,
            PlanMonths months,
            FactCollector facts,
            RuleService rules,
            ObjectionQueries objections,
            SnapshotQueries snapshots,
            RollupService rollup,
            BusinessClock clock) {
        this.years = years;
        this.months = months;
        this.facts = facts;
        this.rules = rules;
        this.objections = objections;
        this.snapshots = snapshots;
        this.rollup = rollup;
        this.clock = clock;
    }

    /**
     * The scores of a month: as published, or the draft as it stands now.
     *
     * @return empty when there is no such year
     */
    public Optional<MonthResult> result(int year, int month) {
        return years.find(year).map(known -> result(year, month, null));
    }

    /**
     * The scores of a month as known at an instant: what had been published by then, else the draft as it would have been then.
     *
     * @param knownAt null, or an instant to come: now
     * @throws Refusal NOT_FOUND for an unknown year, INVALID for a month that does not exist
     */
    public MonthResult result(int year, int month, @Nullable Instant knownAt) {
        PlanMonth at = require(year, month);
        Instant now = clock.now();
        Instant then = knownAt == null || knownAt.isAfter(now) ? now : knownAt;
        Optional<Published> published = snapshots.of(year, month).stream()
                .filter(each -> !each.publishedAt().isAfter(then))
                .findFirst();
        if (published.isPresent()) {
            Published head = published.get();
            return new MonthResult(
                    year,
                    month,
                    at.state(),
                    head.cutOff(),
                    head.publishedAt(),
                    head.knownAt(),
                    head.ruleVersion(),
                    SnapshotContent.scorecards(snapshots.lines(head.id(), SnapshotContent.kindsOfScores())));
        }
        Draft draft = draft(YearMonth.of(year, month), then);
        return new MonthResult(
                year,
                month,
                at.state(),
                draft.facts().figures().cutOff(),
                null,
                then.equals(now) ? null : then,
                draft.rules().version(),
                draft.cards());
    }

    /**
     * A draft and what it was made of.
     *
     * @param rules the version in use
     * @param facts what the rules looked at
     * @param cards the scores, corrections applied
     */
    record Draft(ScoreRules rules, MonthFacts facts, List<Scorecard> cards) {}

    /** The scores of a month as known at an instant, by the rules in use then. */
    Draft draft(YearMonth month, Instant knownAt) {
        ScoreRules inUse = rules.activeAt(knownAt);
        MonthFacts read = facts.collect(month, knownAt);
        List<Correction> corrections = objections.corrections(month.getYear(), month.getMonthValue(), knownAt);
        return new Draft(inUse, read, new Scorer(inUse, corrections).score(read.units()));
    }

    /** The publications of a year, earliest month first; of a month that was published again, every edition. */
    public List<Published> published(int year) {
        return snapshots.of(year);
    }

    /** The latest publication of a month with everything in it; empty before the first. */
    public Optional<Snapshot> snapshot(int year, int month) {
        return snapshots.of(year, month).stream().findFirst().map(this::read);
    }

    /** A certain edition of a month's publication; empty when there is none. */
    public Optional<Snapshot> snapshot(int year, int month, int edition) {
        return snapshots.of(year, month).stream()
                .filter(each -> each.edition() == edition)
                .findFirst()
                .map(this::read);
    }

    /**
     * 发布值 + 补报 + 更正 = 最新值 for every target of a published month, by its latest publication.
     *
     * @throws Refusal CONFLICT when the month has not been published
     */
    public List<BridgeRow> bridge(int year, int month) {
        PlanMonth at = require(year, month);
        Published head = snapshots.of(year, month).stream()
                .findFirst()
                .orElseThrow(() ->
                        Refusal.conflict("%s尚未发布，没有发布值可以对照；%s。".formatted(at.title(), StepRule.next(at.state()))));
        return Bridge.of(
                SnapshotContent.targets(snapshots.lines(head.id(), SnapshotContent.kindsOfTargets())),
                rollup.revisions(year, head.cutOff(), head.knownAt()));
    }

    /**
     * The lights of a published month that are others by what is known now, by its latest publication; 补齐 among them.
     *
     * @param scope whose nodes are told; targets are everybody's
     * @return empty when nothing changed, or the month is not published
     */
    public List<LightChange> lightChanges(int year, int month, AccessScope scope) {
        require(year, month);
        return snapshot(year, month)
                .map(published -> {
                    Instant now = clock.now();
                    Map<NodeId, Optional<LocalDate>> seen = new HashMap<>();
                    rollup.nodes(year, NodeState.ALL, AsOf.of(clock.today()), scope)
                            .forEach(node -> seen.put(node.id(), Optional.ofNullable(node.actual())));
                    return LightChanges.of(published, rollup.month(YearMonth.of(year, month), now), seen);
                })
                .orElse(List.of());
    }

    private Snapshot read(Published head) {
        return SnapshotContent.read(head, snapshots.lines(head.id()));
    }

    /** The month, when it can exist. */
    PlanMonth require(int year, int month) {
        if (month < 1 || month > MONTHS) {
            throw Refusal.invalid("月份应为 1 到 12，收到的是 " + month + "。");
        }
        years.require(year);
        return months.month(year, month);
    }
}

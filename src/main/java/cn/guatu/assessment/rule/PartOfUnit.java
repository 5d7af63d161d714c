package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;
import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of the scorecard for one unit: the rules that apply to its kind, the facts that they look at, and whether it applies at all. */
final class PartOfUnit {

    private final RulePart part;
    private final UnitFacts unit;
    private final Map<Measure, ScoreRule> rules = new EnumMap<>(Measure.class);
    private final List<Fact> facts;
    private final boolean banded;
    private final BigDecimal weight;
    private final @Nullable String whyNot;

    PartOfUnit(RulePart part, UnitFacts unit) {
        this.part = part;
        this.unit = unit;
        part.rules().stream()
                .filter(rule -> rule.appliesTo().contains(unit.kind()))
                .forEach(rule -> rules.putIfAbsent(rule.measure(), rule));
        this.banded = rules.keySet().stream().anyMatch(Measure::banded);
        this.facts = unit.facts().stream()
                .filter(fact -> rules.containsKey(fact.measure()))
                .toList();
        this.weight = facts.stream().filter(Fact::counts).map(Fact::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.whyNot = judge();
    }

    UnitId unit() {
        return unit.unit();
    }

    String name() {
        return part.name();
    }

    PartKind kind() {
        return part.kind();
    }

    /** As the rules have it, before what does not apply is spread over the rest. */
    BigDecimal points() {
        return part.points();
    }

    int reportsDue() {
        return unit.reportsDue();
    }

    /** Whether its items earn points by bands; else occurrences take from it. */
    boolean banded() {
        return banded;
    }

    /** What its rules look at, in the order of the unit's facts. */
    List<Fact> facts() {
        return facts;
    }

    /** The rule of one of its facts. */
    ScoreRule ruleOf(Fact fact) {
        return Objects.requireNonNull(rules.get(fact.measure()));
    }

    /** The sum of the weights that count. */
    BigDecimal weight() {
        return weight;
    }

    /** Why the part does not apply to the unit; null when it does. */
    @Nullable
    String whyNot() {
        return whyNot;
    }

    private @Nullable String judge() {
        if (rules.isEmpty()) {
            return "本项不适用于" + unit.kind().label();
        }
        long due = banded ? facts.stream().filter(Fact::counts).count() : unit.reportsDue();
        if (due < Math.max(1, part.leastDue())) {
            return due == 0 ? "没有应计事项，不适用" : "应计事项 " + due + " 个，少于 " + part.leastDue() + " 个，不适用";
        }
        return banded && weight.signum() == 0 ? "应计事项的权重均为 0，不适用" : null;
    }
}

package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;
import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.org.UnitId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scores units by a set of rules (semantics §13): the points of a BASE part are its effective weight times what its items earned;
 * occurrences take from it, never below 0; bonus and deductions stand beside. The score of a part is exactly the sum of its items.
 */
public final class Scorer {

    private static final MathContext EXACT = new MathContext(40, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PLACES = 6;
    private static final int PLACES_OF_SCORE = 2;

    private final ScoreRules rules;
    private final Map<UnitId, List<Correction>> corrections;

    /** A scorer for one month. */
    public Scorer(ScoreRules rules, Collection<Correction> corrections) {
        this.rules = rules;
        this.corrections = corrections.stream().collect(Collectors.groupingBy(Correction::unit));
    }

    /** The scorecards of the units, ranked, each kind of unit by rank; units without a score last. */
    public List<Scorecard> score(List<UnitFacts> units) {
        return Ranking.of(units.stream().map(this::card).toList());
    }

    private Scorecard card(UnitFacts unit) {
        BigDecimal applying = rules.parts().stream()
                .filter(part -> part.kind() == PartKind.BASE && whyNot(part, unit) == null)
                .map(RulePart::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ScorePart> parts = new ArrayList<>();
        for (RulePart part : rules.parts()) {
            parts.add(part.kind() == PartKind.BASE ? base(part, unit, applying) : besides(part, unit));
        }
        BigDecimal score = null;
        if (applying.signum() > 0) {
            score = parts.stream()
                    .map(ScorePart::score)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .max(BigDecimal.ZERO)
                    .setScale(PLACES_OF_SCORE, RoundingMode.HALF_UP);
        }
        return new Scorecard(unit.unit(), unit.name(), unit.kind(), score, null, parts);
    }

    /** Why a part does not apply to a unit; null when it does. */
    private static @Nullable String whyNot(RulePart part, UnitFacts unit) {
        List<ScoreRule> own = applying(part, unit);
        if (own.isEmpty()) {
            return "本项不适用于" + unit.kind().label();
        }
        boolean banded = own.stream().anyMatch(rule -> rule.measure().banded());
        long due = banded
                ? unit.facts().stream()
                        .filter(fact -> fact.counts() && ruleOf(own, fact) != null)
                        .count()
                : unit.reportsDue();
        if (due < Math.max(1, part.leastDue())) {
            return due == 0 ? "没有应计事项，不适用" : "应计事项 " + due + " 个，少于 " + part.leastDue() + " 个，不适用";
        }
        boolean weightless = banded && weightOf(own, unit).signum() == 0;
        return weightless ? "应计事项的权重均为 0，不适用" : null;
    }

    private ScorePart base(RulePart part, UnitFacts unit, BigDecimal applying) {
        String whyNot = whyNot(part, unit);
        if (whyNot != null) {
            List<ScoreItem> shown = unit.facts().stream()
                    .filter(fact -> ruleOf(applying(part, unit), fact) != null)
                    .map(fact -> item(fact, BigDecimal.ZERO, BigDecimal.ZERO, fact.says()))
                    .toList();
            return new ScorePart(part.name(), part.kind(), part.points(), BigDecimal.ZERO, null, shown, whyNot);
        }
        BigDecimal effective = part.points().multiply(HUNDRED).divide(applying, EXACT);
        List<ScoreItem> items =
                applying(part, unit).stream().anyMatch(rule -> rule.measure().banded())
                        ? earned(part, unit, effective)
                        : lost(part, unit, effective);
        BigDecimal printed = round(effective);
        items.addAll(corrected(part, unit, sum(items), printed));
        return new ScorePart(part.name(), part.kind(), part.points(), printed, sum(items), items, null);
    }

    /** Each item earns its share of the weight times its credit; what rounding leaves goes to the last one that counts. */
    private List<ScoreItem> earned(RulePart part, UnitFacts unit, BigDecimal effective) {
        List<ScoreRule> own = applying(part, unit);
        BigDecimal weights = weightOf(own, unit);
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal printed = BigDecimal.ZERO;
        int last = -1;
        for (Fact fact : unit.facts()) {
            ScoreRule rule = ruleOf(own, fact);
            if (rule == null) {
                continue;
            }
            if (!fact.counts()) {
                items.add(item(fact, BigDecimal.ZERO, BigDecimal.ZERO, fact.says()));
                continue;
            }
            BigDecimal possible = effective.multiply(fact.weight()).divide(weights, EXACT);
            BigDecimal points = possible.multiply(credit(rule, fact.value()), EXACT);
            exact = exact.add(points);
            printed = printed.add(round(points));
            last = items.size();
            items.add(item(fact, round(points), round(possible), fact.says()));
        }
        BigDecimal rest = round(exact).subtract(printed);
        if (rest.signum() != 0) {
            ScoreItem before = items.get(last);
            items.set(
                    last,
                    new ScoreItem(
                            before.key(),
                            before.item(),
                            before.points().add(rest),
                            before.possible(),
                            before.reason(),
                            before.link()));
        }
        return items;
    }

    /** The part starts full; each occurrence takes from it, never below 0. */
    private List<ScoreItem> lost(RulePart part, UnitFacts unit, BigDecimal effective) {
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal full = round(effective);
        items.add(new ScoreItem("base", "基础分", full, full, "应报 " + unit.reportsDue() + " 次，逐项扣减", null));
        // Points are told for the weight as written; renormalised they cost as much more as the part weighs more.
        BigDecimal scale = effective.divide(part.points(), EXACT);
        BigDecimal left = full;
        for (Fact fact : unit.facts()) {
            ScoreRule rule = ruleOf(applying(part, unit), fact);
            if (rule == null || rule.points() == null) {
                continue;
            }
            BigDecimal cost =
                    round(rule.points().multiply(fact.weight()).multiply(scale)).max(left.negate());
            left = left.add(cost);
            items.add(item(fact, cost, BigDecimal.ZERO, left.signum() == 0 ? fact.says() + "（扣完为止）" : fact.says()));
        }
        return items;
    }

    private ScorePart besides(RulePart part, UnitFacts unit) {
        List<ScoreItem> items = new ArrayList<>();
        for (Fact fact : unit.facts()) {
            ScoreRule rule = ruleOf(applying(part, unit), fact);
            if (rule != null && rule.points() != null) {
                items.add(item(fact, round(rule.points().multiply(fact.weight())), BigDecimal.ZERO, fact.says()));
            }
        }
        for (Correction each : corrections.getOrDefault(unit.unit(), List.of())) {
            if (each.part().equals(part.name())) {
                items.add(item(each, each.points()));
            }
        }
        BigDecimal over = sum(items).subtract(part.points());
        if (part.kind() == PartKind.BONUS && over.signum() > 0) {
            items.add(new ScoreItem(
                    "cap",
                    "加分封顶",
                    over.negate(),
                    BigDecimal.ZERO,
                    "加分合计最多 " + part.points().stripTrailingZeros().toPlainString() + " 分",
                    null));
        }
        return new ScorePart(part.name(), part.kind(), BigDecimal.ZERO, BigDecimal.ZERO, sum(items), items, null);
    }

    private List<ScoreItem> corrected(RulePart part, UnitFacts unit, BigDecimal before, BigDecimal most) {
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal now = before;
        for (Correction each : corrections.getOrDefault(unit.unit(), List.of())) {
            if (each.part().equals(part.name())) {
                BigDecimal then = now.add(each.points()).max(BigDecimal.ZERO).min(most);
                items.add(item(each, then.subtract(now)));
                now = then;
            }
        }
        return items;
    }

    private static BigDecimal credit(ScoreRule rule, @Nullable BigDecimal value) {
        if (value == null) {
            return Objects.requireNonNullElse(rule.absentCredit(), BigDecimal.ZERO);
        }
        return rule.bands().stream()
                .filter(band -> band.holds(value))
                .findFirst()
                .map(band -> band.creditOf(value))
                .orElse(BigDecimal.ZERO);
    }

    private static List<ScoreRule> applying(RulePart part, UnitFacts unit) {
        return part.rules().stream()
                .filter(rule -> rule.appliesTo().contains(unit.kind()))
                .toList();
    }

    private static @Nullable ScoreRule ruleOf(List<ScoreRule> rules, Fact fact) {
        return rules.stream()
                .filter(rule -> rule.measure() == fact.measure())
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal weightOf(List<ScoreRule> rules, UnitFacts unit) {
        return unit.facts().stream()
                .filter(fact -> fact.counts() && ruleOf(rules, fact) != null)
                .map(Fact::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ScoreItem item(Fact fact, BigDecimal points, BigDecimal possible, String reason) {
        return new ScoreItem(fact.key(), fact.item(), points, possible, reason, fact.link());
    }

    private static ScoreItem item(Correction each, BigDecimal points) {
        return new ScoreItem(each.key(), "更正：" + each.item(), points, BigDecimal.ZERO, each.reason(), null);
    }

    private static BigDecimal sum(List<ScoreItem> items) {
        return items.stream().map(ScoreItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal round(BigDecimal number) {
        return number.setScale(PLACES, RoundingMode.HALF_UP);
    }
}

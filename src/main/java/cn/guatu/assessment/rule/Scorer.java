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

/**
 * Scores units by a set of rules (semantics §13): the points of a BASE part are its effective weight times what its items earned;
 * occurrences take from it, never below 0; bonus and deductions stand beside. The score of a part is exactly the sum of its items.
 */
public final class Scorer {

    static final MathContext EXACT = new MathContext(40, RoundingMode.HALF_UP);
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
        List<PartOfUnit> own =
                rules.parts().stream().map(part -> new PartOfUnit(part, unit)).toList();
        BigDecimal applying = own.stream()
                .filter(part -> part.kind() == PartKind.BASE && part.whyNot() == null)
                .map(PartOfUnit::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ScorePart> parts = new ArrayList<>();
        for (PartOfUnit part : own) {
            parts.add(part.kind() == PartKind.BASE ? base(part, applying) : besides(part));
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

    private ScorePart base(PartOfUnit part, BigDecimal applying) {
        if (part.whyNot() != null) {
            List<ScoreItem> shown = part.facts().stream()
                    .map(fact -> item(fact, BigDecimal.ZERO, BigDecimal.ZERO, fact.says()))
                    .toList();
            return new ScorePart(part.name(), part.kind(), part.points(), BigDecimal.ZERO, null, shown, part.whyNot());
        }
        BigDecimal effective = part.points().multiply(HUNDRED).divide(applying, EXACT);
        List<ScoreItem> items = part.banded() ? earned(part, effective) : lost(part, effective);
        BigDecimal printed = round(effective);
        items.addAll(corrected(part, sum(items), printed));
        return new ScorePart(part.name(), part.kind(), part.points(), printed, sum(items), items, null);
    }

    /** Each item earns its share of the weight times its credit; what rounding leaves goes to the last one that counts. */
    private static List<ScoreItem> earned(PartOfUnit part, BigDecimal effective) {
        Earnings earnings = new Earnings(effective, part.weight());
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal printed = BigDecimal.ZERO;
        int last = -1;
        for (Fact fact : part.facts()) {
            if (!fact.counts()) {
                items.add(item(fact, BigDecimal.ZERO, BigDecimal.ZERO, fact.says()));
                continue;
            }
            Earnings.Earned earned =
                    earnings.of(fact.weight(), part.ruleOf(fact).credit(fact.value()));
            exact = exact.add(earned.exact());
            printed = printed.add(earned.points());
            last = items.size();
            items.add(item(fact, earned.points(), earned.possible(), fact.says()));
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
    private static List<ScoreItem> lost(PartOfUnit part, BigDecimal effective) {
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal full = round(effective);
        items.add(new ScoreItem("base", "基础分", full, full, "应报 " + part.reportsDue() + " 次，逐项扣减", null));
        // Points are told for the weight as written; renormalised they cost as much more as the part weighs more.
        BigDecimal scale = effective.divide(part.points(), EXACT);
        BigDecimal left = full;
        for (Fact fact : part.facts()) {
            BigDecimal points = part.ruleOf(fact).points();
            if (points == null) {
                continue;
            }
            BigDecimal cost =
                    round(points.multiply(fact.weight()).multiply(scale)).max(left.negate());
            left = left.add(cost);
            items.add(item(fact, cost, BigDecimal.ZERO, left.signum() == 0 ? fact.says() + "（扣完为止）" : fact.says()));
        }
        return items;
    }

    private ScorePart besides(PartOfUnit part) {
        List<ScoreItem> items = new ArrayList<>();
        for (Fact fact : part.facts()) {
            BigDecimal points = part.ruleOf(fact).points();
            if (points != null) {
                items.add(item(fact, round(points.multiply(fact.weight())), BigDecimal.ZERO, fact.says()));
            }
        }
        correctionsOf(part).forEach(each -> items.add(item(each, each.points())));
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

    private List<ScoreItem> corrected(PartOfUnit part, BigDecimal before, BigDecimal most) {
        List<ScoreItem> items = new ArrayList<>();
        BigDecimal now = before;
        for (Correction each : correctionsOf(part)) {
            BigDecimal then = now.add(each.points()).max(BigDecimal.ZERO).min(most);
            items.add(item(each, then.subtract(now)));
            now = then;
        }
        return items;
    }

    private List<Correction> correctionsOf(PartOfUnit part) {
        return corrections.getOrDefault(part.unit(), List.of()).stream()
                .filter(each -> each.part().equals(part.name()))
                .toList();
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

    /** As points are printed: to {@value #PLACES} places. */
    static BigDecimal round(BigDecimal number) {
        return number.setScale(PLACES, RoundingMode.HALF_UP);
    }
}

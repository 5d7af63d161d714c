package cn.guatu.assessment.rule;

import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The default scorecard of semantics §13 written again from its text, in fractions of whole numbers, without a look at the scorer: 50 by
 * targets, 25 by nodes, 15 by matters, 10 by reports, renormalised; bonus at most 5; cards.
 */
final class SlowScores {

    private SlowScores() {}

    /** A fraction that is never rounded. */
    record Q(BigInteger n, BigInteger d) {

        static final Q ZERO = of(0);

        static Q of(long n) {
            return new Q(BigInteger.valueOf(n), BigInteger.ONE);
        }

        static Q of(BigDecimal number) {
            return number.scale() > 0
                    ? new Q(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                    : new Q(number.toBigIntegerExact(), BigInteger.ONE);
        }

        Q plus(Q other) {
            return new Q(n.multiply(other.d).add(other.n.multiply(d)), d.multiply(other.d));
        }

        Q times(Q other) {
            return new Q(n.multiply(other.n), d.multiply(other.d));
        }

        Q over(Q other) {
            Q turned = other.n.signum() < 0 ? new Q(other.d.negate(), other.n.negate()) : new Q(other.d, other.n);
            return times(turned);
        }

        int compare(Q other) {
            return n.multiply(other.d).compareTo(other.n.multiply(d));
        }

        Q min(Q other) {
            return compare(other) <= 0 ? this : other;
        }

        Q max(Q other) {
            return compare(other) >= 0 ? this : other;
        }

        /** Hundredths, half up. */
        long hundredths() {
            BigInteger[] parts =
                    n.multiply(BigInteger.valueOf(200)).add(d).divideAndRemainder(d.multiply(BigInteger.TWO));
            return parts[0].longValueExact();
        }
    }

    /** The score of a unit in hundredths; null when nothing applies. */
    static @Nullable Long score(UnitFacts unit) {
        List<Q[]> parts = new ArrayList<>();
        Q weights = Q.ZERO;
        Q reached = Q.ZERO;
        int targets = 0;
        for (Fact fact : of(unit, Measure.TARGET_PROGRESS)) {
            if (fact.counts()) {
                targets++;
                weights = weights.plus(Q.of(fact.weight()));
                reached = reached.plus(
                        Q.of(fact.weight()).times(Q.of(fact.value()).max(Q.ZERO).min(Q.of(1))));
            }
        }
        if (targets >= 1) {
            parts.add(new Q[] {Q.of(50), reached.over(weights)});
        }
        addCounted(parts, unit, Measure.NODE_LATENESS, 25, 1);
        addCounted(parts, unit, Measure.MATTER_LATENESS, 15, 0);
        if (unit.reportsDue() >= 3) {
            Q left = Q.of(10);
            for (Fact ignored : of(unit, Measure.MISSED_WEEK)) {
                left = left.plus(Q.of(-1));
            }
            for (Fact ignored : of(unit, Measure.RETURNED_REPORT)) {
                left = left.plus(Q.of(-1).over(Q.of(2)));
            }
            parts.add(new Q[] {Q.of(10), left.max(Q.ZERO).over(Q.of(10))});
        }
        if (parts.isEmpty()) {
            return null;
        }
        Q applying = Q.ZERO;
        Q sum = Q.ZERO;
        for (Q[] part : parts) {
            applying = applying.plus(part[0]);
            sum = sum.plus(part[0].times(part[1]));
        }
        Q base = sum.times(Q.of(100)).over(applying);
        Q bonus = Q.of(of(unit, Measure.OVER_FULFILMENT).size())
                .plus(Q.of(of(unit, Measure.EARLY_FINISH).size()).over(Q.of(2)))
                .min(Q.of(5));
        Q cards = Q.of(of(unit, Measure.YELLOW_CARD).size()
                + 2L * of(unit, Measure.RED_CARD).size());
        return base.plus(bonus).plus(cards.times(Q.of(-1))).max(Q.ZERO).hundredths();
    }

    private static void addCounted(List<Q[]> parts, UnitFacts unit, Measure measure, int weight, int halves) {
        int due = 0;
        int won = 0;
        for (Fact fact : of(unit, measure)) {
            due++;
            if (fact.value() != null) {
                won += fact.value().signum() <= 0 ? 2 : halves;
            }
        }
        if (due >= 3) {
            parts.add(new Q[] {Q.of(weight), Q.of(won).over(Q.of(2L * due))});
        }
    }

    /** Ranks by counting who is better, for each unit anew. */
    static Map<String, Integer> ranks(List<UnitFacts> units) {
        Map<String, Integer> ranks = new HashMap<>();
        for (UnitFacts unit : units) {
            Long own = score(unit);
            if (own != null) {
                int better = 0;
                for (UnitFacts other : units) {
                    Long theirs = score(other);
                    UnitKind kind = other.kind();
                    if (kind == unit.kind() && theirs != null && theirs > own) {
                        better++;
                    }
                }
                ranks.put(unit.name(), better + 1);
            }
        }
        return ranks;
    }

    private static List<Fact> of(UnitFacts unit, Measure measure) {
        return unit.facts().stream().filter(fact -> fact.measure() == measure).toList();
    }
}

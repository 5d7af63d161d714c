package cn.guatu.assessment.rule;

import cn.guatu.assessment.Scorecard;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places within each kind of unit: same score, same rank, next rank skipped (1, 1, 3). */
final class Ranking {

    private static final List<UnitKind> ORDER =
            List.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE, UnitKind.DISTRICT);

    private static final Comparator<Scorecard> BEST_FIRST = Comparator.comparing(
            (Scorecard card) -> card.score(), Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));

    private Ranking() {}

    /** Sorted by kind and rank; the given order decides between equals. */
    static List<Scorecard> of(List<Scorecard> cards) {
        List<Scorecard> ranked = new ArrayList<>();
        for (UnitKind kind : ORDER) {
            List<Scorecard> own = cards.stream()
                    .filter(card -> card.unitType() == kind)
                    .sorted(BEST_FIRST)
                    .toList();
            int place = 0;
            BigDecimal above = null;
            for (int i = 0; i < own.size(); i++) {
                Scorecard card = own.get(i);
                if (above == null || card.score() == null || card.score().compareTo(above) != 0) {
                    place = i + 1;
                }
                above = card.score();
                ranked.add(withRank(card, card.score() == null ? null : place));
            }
        }
        return ranked;
    }

    private static Scorecard withRank(Scorecard card, @Nullable Integer rank) {
        return new Scorecard(card.unitId(), card.unit(), card.unitType(), card.score(), rank, card.parts());
    }
}

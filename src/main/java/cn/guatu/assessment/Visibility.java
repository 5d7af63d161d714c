package cn.guatu.assessment;

import cn.guatu.security.AccessScope;
import java.util.List;

/**
 * What a person sees of the scores of a month. Ranks and scores of a publication are public in the house; a draft, and the items behind
 * a score, are for the unit itself and for whoever sees everything.
 */
public final class Visibility {

    private Visibility() {}

    /** The scorecards as this person sees them. */
    public static List<Scorecard> of(MonthResult result, AccessScope scope) {
        if (scope.isEverything()) {
            return result.scorecards();
        }
        return result.scorecards().stream()
                .filter(card -> result.publishedAt() != null || scope.seesUnit(card.unitId()))
                .map(card -> scope.seesUnit(card.unitId()) ? card : withoutItems(card))
                .toList();
    }

    private static Scorecard withoutItems(Scorecard card) {
        return new Scorecard(
                card.unitId(),
                card.unit(),
                card.unitType(),
                card.score(),
                card.rank(),
                card.parts().stream()
                        .map(part -> new ScorePart(
                                part.name(),
                                part.kind(),
                                part.weight(),
                                part.effectiveWeight(),
                                part.score(),
                                List.of(),
                                part.note()))
                        .toList());
    }
}

package cn.guatu.assessment.api;

import cn.guatu.assessment.MonthResult;
import cn.guatu.assessment.PartKind;
import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.org.MonthState;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scores of a month (api.md). Null where there is nothing: a draft has no publishedAt, a unit where nothing applies no score. */
record AssessmentAnswer(
        int year,
        int month,
        MonthState state,
        @Nullable Instant publishedAt,
        @Nullable Instant knownAt,
        LocalDate cutOff,
        int ruleVersion,
        List<Card> scorecards) {

    record Card(
            String unit,
            UnitKind unitType,
            @Nullable BigDecimal score,
            @Nullable Integer rank,
            List<Part> parts) {}

    record Part(
            String name,
            PartKind kind,
            BigDecimal weight,
            BigDecimal effectiveWeight,
            @Nullable BigDecimal score,
            @Nullable String note,
            List<Item> items) {}

    record Item(
            String key,
            String item,
            BigDecimal points,
            BigDecimal possible,
            String reason,
            @Nullable String link) {}

    static AssessmentAnswer of(MonthResult result, List<Scorecard> cards) {
        return new AssessmentAnswer(
                result.year(),
                result.month(),
                result.state(),
                result.publishedAt(),
                result.knownAt(),
                result.cutOff(),
                result.ruleVersion(),
                cards.stream().map(AssessmentAnswer::card).toList());
    }

    private static Card card(Scorecard card) {
        return new Card(
                card.unit(),
                card.unitType(),
                card.score(),
                card.rank(),
                card.parts().stream().map(AssessmentAnswer::part).toList());
    }

    private static Part part(ScorePart part) {
        return new Part(
                part.name(),
                part.kind(),
                part.weight(),
                part.effectiveWeight(),
                part.score(),
                part.note(),
                part.items().stream().map(AssessmentAnswer::item).toList());
    }

    private static Item item(ScoreItem item) {
        return new Item(item.key(), item.item(), item.points(), item.possible(), item.reason(), item.link());
    }
}

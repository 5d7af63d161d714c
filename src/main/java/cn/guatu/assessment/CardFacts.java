package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.org.UnitId;
import cn.guatu.supervision.Card;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 扣分 of each department: the yellow and red cards that it was shown in the month. */
final class CardFacts {

    private CardFacts() {}

    static Map<UnitId, List<Fact>> of(List<Card> cards) {
        Map<UnitId, List<Fact>> facts = new HashMap<>();
        for (Card card : cards) {
            Measure measure = card.colour() == Card.Colour.RED ? Measure.RED_CARD : Measure.YELLOW_CARD;
            facts.computeIfAbsent(card.department(), each -> new ArrayList<>())
                    .add(new Fact(
                            measure,
                            "card:" + card.order().value() + ":" + card.colour() + ":" + card.on(),
                            card.colour().label() + " " + card.title(),
                            BigDecimal.ONE,
                            null,
                            true,
                            card.on() + "，" + card.reason(),
                            null));
        }
        return facts;
    }
}

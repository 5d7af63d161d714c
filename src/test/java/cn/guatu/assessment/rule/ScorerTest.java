package cn.guatu.assessment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.ScoreItem;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default scorecard, point by point (semantics §13), and against a slow one written from the text alone. */
class ScorerTest {

    private final List<Fact> facts = new ArrayList<>();
    private int reports;

    @Test
    void exactlyOnPlanInTimeClosedAndReportedEarnsAHundred() {
        targets("1", "1");
        nodes(0, 0, 0);
        matters(0, 0, 0);
        reports = 4;
        Scorecard card = card();
        assertThat(card.score()).isEqualByComparingTo("100");
        assertThat(card.parts())
                .extracting(ScorePart::name)
                .containsExactly("指标进度", "节点按期", "问题与议定事项", "填报质量", "加分", "扣分");
        assertThat(card.parts().get(0).effectiveWeight()).isEqualByComparingTo("50");
    }

    @Test
    void moreThanPlannedEarnsNoMoreThanTheWeight() {
        targets("3", "0.5");
        assertThat(card().parts().getFirst().score()).isEqualByComparingTo("75");
    }

    @Test
    void targetsCountByTheirWeight() {
        facts.add(fact(Measure.TARGET_PROGRESS, "a", "3", new BigDecimal("1")));
        facts.add(fact(Measure.TARGET_PROGRESS, "b", "1", BigDecimal.ZERO));
        assertThat(card().score()).isEqualByComparingTo("75");
    }

    @Test
    void aNodeMadeUpLateCountsHalfAndAnOpenOneNothing() {
        nodes(0, -5, 3, null);
        assertThat(card().parts().get(1).score()).isEqualByComparingTo("62.5");
    }

    @Test
    void fewerThanThreeDueItemsMakeAPartNotApplicableAndTheWeightsRenormalise() {
        targets("1");
        nodes(0, null);
        matters(0, 0, null);
        Scorecard card = card();
        ScorePart nodes = card.parts().get(1);
        assertThat(nodes.score()).isNull();
        assertThat(nodes.weight()).isEqualByComparingTo("25");
        assertThat(nodes.effectiveWeight()).isEqualByComparingTo("0");
        assertThat(nodes.note()).contains("少于 3 个");
        assertThat(card.parts().get(0).effectiveWeight()).isEqualByComparingTo("76.923077");
        assertThat(card.parts().get(2).effectiveWeight()).isEqualByComparingTo("23.076923");
        // 50 + 15 × 2/3 of 65
        assertThat(card.score()).isEqualByComparingTo("92.31");
    }

    @Test
    void reportsLoseByTheWeekAndTheReturnButNeverBelowZero() {
        reports = 40;
        for (int i = 0; i < 3; i++) {
            facts.add(fact(Measure.MISSED_WEEK, "w" + i, "1", null));
        }
        facts.add(fact(Measure.RETURNED_REPORT, "r", "1", null));
        assertThat(card().score()).isEqualByComparingTo("65");
        for (int i = 3; i < 12; i++) {
            facts.add(fact(Measure.MISSED_WEEK, "w" + i, "1", null));
        }
        assertThat(card().score()).isEqualByComparingTo("0");
    }

    @Test
    void bonusEndsAtFiveAndCardsTakeOneAndTwo() {
        targets("0.5");
        for (int i = 0; i < 7; i++) {
            facts.add(fact(Measure.OVER_FULFILMENT, "o" + i, "1", null));
        }
        facts.add(fact(Measure.YELLOW_CARD, "y", "1", null));
        facts.add(fact(Measure.RED_CARD, "r", "1", null));
        assertThat(card().score()).isEqualByComparingTo("52");
    }

    @Test
    void whatIsNotReportedOrNotDueIsShownAndOutOfTheCount() {
        targets("1");
        facts.add(new Fact(Measure.TARGET_PROGRESS, "x", "x", BigDecimal.ONE, null, false, "未报", null));
        Scorecard card = card();
        assertThat(card.score()).isEqualByComparingTo("100");
        assertThat(card.parts().getFirst().items()).hasSize(2);
    }

    @Test
    void nothingThatAppliesIsADash() {
        Scorecard card = card();
        assertThat(card.score()).isNull();
        assertThat(card.rank()).isNull();
    }

    @Test
    void aCorrectionIsALineOfItsOwnAndNeverLiftsAPartAboveItsWeight() {
        nodes(0, 0, null, null);
        UnitFacts unit = unit(1, "更新科", UnitKind.DEPARTMENT);
        List<Correction> accepted = List.of(
                new Correction(unit.unit(), "节点按期", "objection:1", "竣工", new BigDecimal("20"), "采纳"),
                new Correction(unit.unit(), "节点按期", "objection:2", "开工", new BigDecimal("90"), "采纳"));
        Scorecard card =
                new Scorer(ScoreRules.DEFAULT, accepted).score(List.of(unit)).getFirst();
        assertThat(card.score()).isEqualByComparingTo("100");
        assertThat(card.parts().get(1).items())
                .extracting(ScoreItem::points)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .contains(new BigDecimal("20"), new BigDecimal("30"));
    }

    @Test
    void theSameScoreHasTheSameRankAndTheNextRankIsSkipped() {
        List<UnitFacts> units = List.of(
                progress(1, "甲", UnitKind.STREET, "0.5"),
                progress(2, "乙", UnitKind.STREET, "0.9"),
                progress(3, "丙", UnitKind.STREET, "0.9"),
                progress(4, "丁", UnitKind.DEPARTMENT, "0.1"));
        List<Scorecard> cards = new Scorer(ScoreRules.DEFAULT, List.of()).score(units);
        assertThat(cards).extracting(Scorecard::unit).containsExactly("乙", "丙", "甲", "丁");
        assertThat(cards).extracting(Scorecard::rank).containsExactly(1, 1, 3, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void scoresAndRanksOfRandomUnitsAreWhatTheSlowOnesSay(long seed) {
        Random random = new Random(seed);
        List<UnitFacts> units = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            units.add(randomUnit(i, random));
        }
        List<Scorecard> cards = new Scorer(ScoreRules.DEFAULT, List.of()).score(units);
        Map<String, Integer> ranks = SlowScores.ranks(units);
        assertThat(cards).hasSameSizeAs(units);
        for (Scorecard card : cards) {
            UnitFacts unit = units.stream()
                    .filter(each -> each.name().equals(card.unit()))
                    .findFirst()
                    .orElseThrow();
            Long slow = SlowScores.score(unit);
            if (slow == null) {
                assertThat(card.score()).as(card.unit()).isNull();
            } else {
                assertThat(card.score()).as(card.unit()).isEqualByComparingTo(BigDecimal.valueOf(slow, 2));
            }
            assertThat(card.rank()).as(card.unit()).isEqualTo(ranks.get(card.unit()));
            addsUp(card);
        }
    }

    private static void addsUp(Scorecard card) {
        BigDecimal effective = BigDecimal.ZERO;
        for (ScorePart part : card.parts()) {
            effective = effective.add(part.effectiveWeight());
            if (part.score() != null) {
                assertThat(part.items().stream().map(ScoreItem::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(part.score());
            }
        }
        if (card.score() != null) {
            assertThat(effective.subtract(BigDecimal.valueOf(100)).abs()).isLessThan(new BigDecimal("0.00001"));
        }
    }

    private static UnitFacts randomUnit(int id, Random random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(1500) - 100, 3);
            facts.add(fact(Measure.TARGET_PROGRESS, "t" + i, String.valueOf(1 + random.nextInt(4)), value));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            facts.add(fact(Measure.NODE_LATENESS, "n" + i, "1", lateness(random)));
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            facts.add(fact(Measure.MATTER_LATENESS, "m" + i, "1", lateness(random)));
        }
        for (Measure measure : List.of(
                Measure.MISSED_WEEK,
                Measure.RETURNED_REPORT,
                Measure.OVER_FULFILMENT,
                Measure.EARLY_FINISH,
                Measure.YELLOW_CARD,
                Measure.RED_CARD)) {
            for (int i = random.nextInt(5); i > 0; i--) {
                facts.add(fact(measure, measure + "-" + i, "1", null));
            }
        }
        UnitKind kind = List.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE)
                .get(random.nextInt(3));
        return new UnitFacts(new UnitId(id + 1L), "单位" + id, kind, random.nextInt(6), facts);
    }

    private static @Nullable BigDecimal lateness(Random random) {
        return random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(20) - 12L);
    }

    private void targets(String... ratios) {
        for (String ratio : ratios) {
            facts.add(fact(Measure.TARGET_PROGRESS, "t" + facts.size(), "1", new BigDecimal(ratio)));
        }
    }

    private void nodes(@Nullable Integer... daysLate) {
        items(Measure.NODE_LATENESS, daysLate);
    }

    private void matters(@Nullable Integer... daysLate) {
        items(Measure.MATTER_LATENESS, daysLate);
    }

    private void items(Measure measure, @Nullable Integer... daysLate) {
        for (Integer days : daysLate) {
            facts.add(fact(measure, measure + "-" + facts.size(), "1", days == null ? null : BigDecimal.valueOf(days)));
        }
    }

    private static Fact fact(Measure measure, String key, String weight, @Nullable BigDecimal value) {
        return new Fact(measure, key, key, new BigDecimal(weight), value, true, "依据", null);
    }

    private UnitFacts unit(long id, String name, UnitKind kind) {
        return new UnitFacts(new UnitId(id), name, kind, reports, facts);
    }

    private static UnitFacts progress(long id, String name, UnitKind kind, String ratio) {
        return new UnitFacts(
                new UnitId(id), name, kind, 0, List.of(fact(Measure.TARGET_PROGRESS, "t", "1", new BigDecimal(ratio))));
    }

    private Scorecard card() {
        return new Scorer(ScoreRules.DEFAULT, List.of())
                .score(List.of(unit(1, "更新科", UnitKind.DEPARTMENT)))
                .getFirst();
    }
}

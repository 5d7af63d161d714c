package cn.guatu.assessment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.guatu.assessment.PartKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule sets that leave a gap or an overlap, reward formalism or divide by too little are found out (semantics §8, §13). */
class RuleLintTest {

    @Test
    void theRulesThatShipWithTheProductAreFlawless() {
        assertThat(RuleLint.check(ScoreRules.DEFAULT)).isEmpty();
    }

    @Test
    void aGapBetweenBandsIsNamed() {
        assertThat(withBands(band(null, "1", "1"), band("3", null, "0.5")))
                .anyMatch(each -> each.contains("有空隙：1天至 3天"));
        assertThat(withBands(band("0", "1", "1"), band("1", null, "0.5")))
                .anyMatch(each -> each.contains("小于 0天的没有区间"));
        assertThat(withBands(band(null, "1", "1"), band("1", "9", "0.5")))
                .anyMatch(each -> each.contains("9天及以上的没有区间"));
    }

    @Test
    void anOverlapIsNamed() {
        assertThat(withBands(band(null, "3", "1"), band("1", null, "0.5"))).anyMatch(each -> each.contains("重叠"));
        assertThat(withBands(band(null, null, "1"), band("1", null, "0.5"))).anyMatch(each -> each.contains("重叠"));
    }

    @Test
    void nullNeedsItsOwnBandAndCreditsLieBetweenNothingAndAll() {
        assertThat(changed(
                        1,
                        rule -> new ScoreRule(rule.name(), rule.measure(), rule.appliesTo(), null, null, rule.bands())))
                .anyMatch(each -> each.contains("空值须有自己的区间"));
        assertThat(withBands(band(null, "1", "1.2"), band("1", null, "0.5")))
                .anyMatch(each -> each.contains("0 至 1 之间"));
        assertThat(withBands(band(null, "1", null), band("1", null, "0.5"))).anyMatch(each -> each.contains("按比例得分"));
    }

    @Test
    void praiseMediaLogInsAndTheNumberOfReportsAreRefused() {
        for (String criterion : List.of("获领导批示肯定", "媒体宣传报道", "系统登录次数", "信息报送篇数")) {
            assertThat(changed(
                            4,
                            rule -> new ScoreRule(
                                    criterion, rule.measure(), rule.appliesTo(), rule.points(), null, List.of())))
                    .as(criterion)
                    .anyMatch(each -> each.contains("形式主义"));
        }
    }

    @Test
    void ratiosOfFewItemsAndWeightsThatDoNotMakeAHundredAreRefused() {
        List<RulePart> parts = new ArrayList<>(ScoreRules.DEFAULT.parts());
        RulePart nodes = parts.get(1);
        parts.set(1, new RulePart(nodes.name(), PartKind.BASE, new BigDecimal("24"), 2, nodes.rules()));
        List<String> findings = RuleLint.check(new ScoreRules(2, "试", parts));
        assertThat(findings).anyMatch(each -> each.contains("分母太小"));
        assertThat(findings).anyMatch(each -> each.contains("合计应为 100，现为 99"));
    }

    private static List<String> withBands(Band... bands) {
        return changed(
                1,
                rule -> new ScoreRule(
                        rule.name(), rule.measure(), rule.appliesTo(), null, rule.absentCredit(), List.of(bands)));
    }

    private static List<String> changed(int at, UnaryOperator<ScoreRule> change) {
        List<RulePart> parts = new ArrayList<>(ScoreRules.DEFAULT.parts());
        RulePart part = parts.get(at);
        List<ScoreRule> rules = new ArrayList<>(part.rules());
        rules.set(0, change.apply(rules.getFirst()));
        parts.set(at, new RulePart(part.name(), part.kind(), part.points(), part.leastDue(), rules));
        return RuleLint.check(new ScoreRules(2, "试", parts));
    }

    private static Band band(@Nullable String from, @Nullable String to, @Nullable String credit) {
        return new Band(number(from), number(to), number(credit));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

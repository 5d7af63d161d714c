package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of scoring rules (semantics §13).
 *
 * @param version 1 for the set that ships with the product
 * @param name as people call it
 * @param parts in the order of the scorecard
 */
public record ScoreRules(int version, String name, List<RulePart> parts) {

    private static final Set<UnitKind> ALL = EnumSet.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE);

    /** The default scorecard of a department or street, 100 points. */
    public static final ScoreRules DEFAULT = new ScoreRules(
            1,
            "默认评分规则",
            List.of(
                    new RulePart(
                            "指标进度",
                            PartKind.BASE,
                            number("50"),
                            1,
                            List.of(banded(
                                    "指标完成与序时应完成之比,达序时得满分",
                                    Measure.TARGET_PROGRESS,
                                    "0",
                                    new Band(null, number("0"), number("0")),
                                    new Band(number("0"), number("1"), null),
                                    new Band(number("1"), null, number("1"))))),
                    new RulePart(
                            "节点按期",
                            PartKind.BASE,
                            number("25"),
                            3,
                            List.of(banded(
                                    "到期节点按期完成得满分,逾期补齐得一半",
                                    Measure.NODE_LATENESS,
                                    "0",
                                    new Band(null, number("1"), number("1")),
                                    new Band(number("1"), null, number("0.5"))))),
                    new RulePart(
                            "问题与议定事项",
                            PartKind.BASE,
                            number("15"),
                            3,
                            List.of(banded(
                                    "到期的难点堵点与议定事项按期办结",
                                    Measure.MATTER_LATENESS,
                                    "0",
                                    new Band(null, number("1"), number("1")),
                                    new Band(number("1"), null, number("0"))))),
                    new RulePart(
                            "填报质量",
                            PartKind.BASE,
                            number("10"),
                            3,
                            List.of(
                                    counted("漏报", Measure.MISSED_WEEK, "-1"),
                                    counted("被退回", Measure.RETURNED_REPORT, "-0.5"))),
                    new RulePart(
                            "加分",
                            PartKind.BONUS,
                            number("5"),
                            0,
                            List.of(
                                    counted("超额完成", Measure.OVER_FULFILMENT, "1"),
                                    counted("提前完成", Measure.EARLY_FINISH, "0.5"),
                                    counted("主动补位", Measure.STEPPING_IN, "1"))),
                    new RulePart(
                            "扣分",
                            PartKind.DEDUCTION,
                            BigDecimal.ZERO,
                            0,
                            List.of(
                                    counted("黄牌督办", Measure.YELLOW_CARD, "-1"),
                                    counted("红牌督办", Measure.RED_CARD, "-2")))));

    /** The list is copied. */
    public ScoreRules {
        parts = List.copyOf(parts);
    }

    /** The rule of a measure for a kind of unit; null when there is none. */
    public @Nullable ScoreRule ruleOf(Measure measure, UnitKind kind) {
        return parts.stream()
                .flatMap(part -> part.rules().stream())
                .filter(rule -> rule.measure() == measure && rule.appliesTo().contains(kind))
                .findFirst()
                .orElse(null);
    }

    private static ScoreRule banded(String name, Measure measure, String absent, Band... bands) {
        return new ScoreRule(name, measure, ALL, null, number(absent), List.of(bands));
    }

    private static ScoreRule counted(String name, Measure measure, String points) {
        return new ScoreRule(name, measure, ALL, number(points), null, List.of());
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}

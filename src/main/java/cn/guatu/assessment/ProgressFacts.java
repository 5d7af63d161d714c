package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * 指标进度 of each unit: its part of every top-level target, the same ones as in 综合完成率 (semantics §5b). Planned is what the target's
 * 序时方式 expects by the month's end, so that achieved ÷ planned = rate ÷ expected, for every kind and direction of target.
 */
final class ProgressFacts {

    private static final MathContext EXACT = new MathContext(40, RoundingMode.HALF_UP);

    private ProgressFacts() {}

    /** Facts by the name of the unit. */
    static Map<String, List<Fact>> of(MonthFigures figures) {
        Map<String, TargetFigure> top = new HashMap<>();
        figures.targets().stream().filter(target -> target.level() == 0).forEach(each -> top.put(each.code(), each));
        Map<String, List<Fact>> facts = new HashMap<>();
        for (List<RollupRow> rows : List.of(figures.streets(), figures.departments())) {
            for (RollupRow row : rows) {
                TargetFigure target = top.get(row.targetCode());
                String unit = row.street() != null ? row.street() : row.department();
                if (target != null && unit != null) {
                    List<Fact> own = facts.computeIfAbsent(unit, name -> new ArrayList<>());
                    own.add(progress(target, row, figures));
                    if (row.rate() != null && row.rate().compareTo(BigDecimal.ONE) > 0) {
                        own.add(overFulfilled(target, row, figures));
                    }
                }
            }
        }
        return facts;
    }

    private static Fact progress(TargetFigure target, RollupRow row, MonthFigures figures) {
        BigDecimal weight = Objects.requireNonNullElse(target.weight(), BigDecimal.ONE);
        BigDecimal rate = row.rate();
        BigDecimal expected = row.expected();
        boolean counts = rate != null && expected != null && expected.signum() > 0;
        BigDecimal ratio = null;
        String says;
        if (rate == null) {
            says = "没有完成率（未报，或没有分解和计划数量），不计入";
        } else if (expected == null) {
            says = "没有序时（缺少月度计划或节点），不计入";
        } else if (expected.signum() <= 0) {
            says = "截至" + figures.cutOff() + "尚无应完成量，不计入";
        } else {
            ratio = rate.divide(expected, EXACT);
            says = "完成率" + percent(rate) + "，序时" + percent(expected) + "，完成应完成量的" + percent(ratio)
                    + (ratio.compareTo(BigDecimal.ONE) >= 0 ? "，得满分" : "");
        }
        return new Fact(
                Measure.TARGET_PROGRESS,
                "target:" + target.code(),
                target.code() + " " + target.name(),
                weight,
                ratio,
                counts,
                says,
                evidence(target, row, figures));
    }

    private static Fact overFulfilled(TargetFigure target, RollupRow row, MonthFigures figures) {
        return new Fact(
                Measure.OVER_FULFILMENT,
                "over:" + target.code(),
                target.code() + " " + target.name(),
                BigDecimal.ONE,
                null,
                true,
                "年度任务已超额完成，完成率" + percent(Objects.requireNonNull(row.rate())),
                evidence(target, row, figures));
    }

    /** The 口径卡 of the figure. */
    private static String evidence(TargetFigure target, RollupRow row, MonthFigures figures) {
        String figure = target.code() + "@" + Objects.requireNonNullElse(row.street(), "") + "@"
                + Objects.requireNonNullElse(row.department(), "");
        return "plan?year=" + figures.cutOff().getYear() + "&asOf=" + figures.cutOff() + "&explain=" + encoded(figure);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}

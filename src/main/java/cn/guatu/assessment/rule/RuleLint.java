package cn.guatu.assessment.rule;

import cn.guatu.assessment.PartKind;
import cn.guatu.org.UnitKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a set of rules, in sentences; a set with findings cannot be put into use. Bands must cover every value exactly once
 * and NULL has its own (semantics §8); criteria of formalism and ratios of tiny numbers are refused (semantics §13).
 */
public final class RuleLint {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_BONUS = BigDecimal.valueOf(5);
    private static final int LEAST_DUE = 3;

    /** 2024 national rules against formalism: what must not be rewarded, as people would write it. */
    private static final Map<String, List<String>> FORBIDDEN = Map.of(
            "领导表扬、批示肯定", List.of("表扬", "批示", "领导肯定", "嘉奖"),
            "媒体宣传", List.of("媒体", "宣传", "报道", "信息采用", "公众号"),
            "登录次数、在线时长", List.of("登录", "登陆", "在线时长", "打卡", "签到", "点击"),
            "报送数量", List.of("报送数量", "报送篇数", "篇数", "条数", "留痕", "台账数量"));

    private final List<String> findings = new ArrayList<>();

    private RuleLint() {}

    /** The findings; empty: the set may be put into use. */
    public static List<String> check(ScoreRules rules) {
        RuleLint lint = new RuleLint();
        lint.weights(rules);
        rules.parts().forEach(lint::part);
        lint.applicability(rules);
        return List.copyOf(lint.findings);
    }

    /** The kind of formalism that a criterion rewards; null when none. */
    public static @Nullable String forbidden(String criterion) {
        for (Map.Entry<String, List<String>> each : FORBIDDEN.entrySet()) {
            if (each.getValue().stream().anyMatch(criterion::contains)) {
                return each.getKey();
            }
        }
        return null;
    }

    private void weights(ScoreRules rules) {
        BigDecimal sum = rules.parts().stream()
                .filter(part -> part.kind() == PartKind.BASE)
                .map(RulePart::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(FULL) != 0) {
            findings.add("基本分各项权重合计应为 100，现为 " + text(sum) + "。");
        }
        Set<String> names = new HashSet<>();
        for (RulePart part : rules.parts()) {
            if (!names.add(part.name())) {
                findings.add("“" + part.name() + "”出现了两次，各项名称不能相同。");
            }
        }
    }

    private void part(RulePart part) {
        String where = "“" + part.name() + "”";
        formalism(part.name(), where);
        if (part.name().isBlank()) {
            findings.add("有一项没有名称。");
        }
        if (part.kind() == PartKind.BASE && part.points().signum() <= 0) {
            findings.add(where + "的权重须大于 0。");
        }
        if (part.kind() == PartKind.BONUS
                && (part.points().signum() <= 0 || part.points().compareTo(MOST_BONUS) > 0)) {
            findings.add(where + "的封顶须大于 0、不超过 5 分，现为 " + text(part.points()) + "。");
        }
        if (part.rules().isEmpty()) {
            findings.add(where + "没有任何评分规则。");
        }
        boolean counts = part.rules().stream()
                .anyMatch(rule -> rule.measure() != Measure.TARGET_PROGRESS && part.kind() == PartKind.BASE);
        if (counts && part.leastDue() < LEAST_DUE) {
            findings.add(where + "的最少应计事项为 " + part.leastDue() + "：分母太小，一件事就能左右得分，至少应为 3。");
        }
        boolean banded = part.rules().stream().anyMatch(rule -> rule.measure().banded());
        boolean counted = part.rules().stream().anyMatch(rule -> !rule.measure().banded());
        if (banded && counted) {
            findings.add(where + "把按区间得分和按次扣分混在一项里，请分成两项。");
        }
        part.rules().forEach(rule -> rule(part, rule));
    }

    private void rule(RulePart part, ScoreRule rule) {
        String where = "“" + part.name() + "”的规则“" + rule.name() + "”";
        formalism(rule.name(), where);
        if (rule.measure().part() != part.kind()) {
            findings.add(where + "：“" + rule.measure().label() + "”只能用于"
                    + rule.measure().part().label() + "。");
        }
        if (rule.appliesTo().isEmpty()) {
            findings.add(where + "没有适用的单位类型。");
        }
        if (rule.measure().banded()) {
            bands(rule, where);
        } else {
            occurrence(part, rule, where);
        }
    }

    private void occurrence(RulePart part, ScoreRule rule, String where) {
        BigDecimal points = rule.points();
        if (points == null || points.signum() == 0) {
            findings.add(where + "没有写每" + rule.measure().unit() + "的分值。");
        } else if ((part.kind() == PartKind.BONUS) != (points.signum() > 0)) {
            findings.add(where + (part.kind() == PartKind.BONUS ? "应为加分（正数）。" : "应为扣分（负数）。"));
        }
    }

    private void bands(ScoreRule rule, String where) {
        if (rule.absentCredit() == null) {
            findings.add(where + "没有写无值时（未报、未完成）的得分：空值须有自己的区间。");
        } else {
            credit(rule.absentCredit(), where + "无值时");
        }
        if (rule.bands().isEmpty()) {
            findings.add(where + "没有任何区间。");
            return;
        }
        List<Band> sorted = rule.bands().stream()
                .sorted(Comparator.comparing(Band::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        String unit = rule.measure().unit();
        if (sorted.getFirst().from() != null) {
            findings.add(where + "有空隙：小于 " + text(sorted.getFirst().from()) + unit + "的没有区间。");
        }
        for (int i = 0; i < sorted.size(); i++) {
            Band band = sorted.get(i);
            Band next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
            if (band.from() != null && band.to() != null && band.from().compareTo(band.to()) >= 0) {
                findings.add(where + "的区间 " + range(band, unit) + " 是空的。");
            }
            credit(band, where, unit);
            if (next == null) {
                if (band.to() != null) {
                    findings.add(where + "有空隙：" + text(band.to()) + unit + "及以上的没有区间。");
                }
            } else if (band.to() == null || next.from() == null || band.to().compareTo(next.from()) > 0) {
                findings.add(where + "的区间 " + range(band, unit) + " 与 " + range(next, unit) + " 重叠。");
            } else if (band.to().compareTo(next.from()) < 0) {
                findings.add(where + "有空隙：" + text(band.to()) + unit + "至 " + text(next.from()) + unit + "没有区间。");
            }
        }
    }

    private void credit(Band band, String where, String unit) {
        if (band.credit() != null) {
            credit(band.credit(), where + "的区间 " + range(band, unit));
        } else if (band.from() == null
                || band.from().signum() < 0
                || band.to() == null
                || band.to().compareTo(BigDecimal.ONE) > 0) {
            findings.add(where + "的区间 " + range(band, unit) + " 按比例得分，只能用于 0 至 1 之间。");
        }
    }

    private void credit(BigDecimal credit, String where) {
        if (credit.signum() < 0 || credit.compareTo(BigDecimal.ONE) > 0) {
            findings.add(where + "的得分系数须在 0 至 1 之间，现为 " + text(credit) + "。");
        }
    }

    private void formalism(String words, String where) {
        String what = forbidden(words);
        if (what != null) {
            findings.add(where + "以“" + what + "”计分，属于整治形式主义明令禁止的做法，不能启用。");
        }
    }

    private void applicability(ScoreRules rules) {
        Map<UnitKind, Set<Measure>> seen = new EnumMap<>(UnitKind.class);
        for (UnitKind kind : List.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE)) {
            boolean base = false;
            for (RulePart part : rules.parts()) {
                for (ScoreRule rule : part.rules()) {
                    if (rule.appliesTo().contains(kind)) {
                        base |= part.kind() == PartKind.BASE;
                        if (!seen.computeIfAbsent(kind, each -> new HashSet<>()).add(rule.measure())) {
                            findings.add("“" + rule.measure().label() + "”对" + kind.label() + "计了两次，请只保留一条。");
                        }
                    }
                }
            }
            if (!base) {
                findings.add(kind.label() + "没有任何基本分规则。");
            }
        }
    }

    private static String range(Band band, String unit) {
        return "[" + (band.from() == null ? "不限" : text(band.from()) + unit) + "，"
                + (band.to() == null ? "不限" : text(band.to()) + unit) + ")";
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

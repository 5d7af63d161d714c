package cn.guatu.assessment;

import cn.guatu.assessment.rule.Fact;
import cn.guatu.assessment.rule.Measure;
import cn.guatu.project.PlanNature;
import cn.guatu.rollup.MonthNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 节点按期 of each unit: the nodes of in-plan phases whose planned date is on or before the month's end, in the lead department and in
 * every street of the phase. 储备 and 计划外 phases never enter a denominator (semantics §5a), so their nodes are not due here.
 */
final class NodeFacts {

    /** A node finished so many days before its date, or more, was finished early. */
    private static final int EARLY_DAYS = 15;

    private NodeFacts() {}

    /** Facts by the name of the unit. */
    static Map<String, List<Fact>> of(List<MonthNode> nodes, YearMonth month) {
        Map<String, List<Fact>> facts = new HashMap<>();
        Map<String, String> links = new HashMap<>();
        LocalDate cutOff = month.atEndOfMonth();
        for (MonthNode node : nodes) {
            if (node.nature() != PlanNature.PLANNED) {
                continue;
            }
            String link = links.computeIfAbsent(node.project(), NodeFacts::link);
            List<Fact> own = new ArrayList<>();
            if (!node.planned().isAfter(cutOff)) {
                own.add(due(node, link));
            }
            LocalDate actual = node.actual();
            if (actual != null
                    && YearMonth.from(actual).equals(month)
                    && ChronoUnit.DAYS.between(actual, node.planned()) >= EARLY_DAYS) {
                own.add(early(node, actual, link));
            }
            if (!own.isEmpty()) {
                facts.computeIfAbsent(node.department(), name -> new ArrayList<>())
                        .addAll(own);
                node.streets().stream()
                        .distinct()
                        .forEach(street -> facts.computeIfAbsent(street, name -> new ArrayList<>())
                                .addAll(own));
            }
        }
        return facts;
    }

    private static Fact due(MonthNode node, String link) {
        LocalDate actual = node.actual();
        BigDecimal late = actual == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(node.planned(), actual));
        String says;
        if (actual == null) {
            says = "计划" + node.planned() + "，尚未完成";
        } else if (actual.isAfter(node.planned())) {
            says = "计划" + node.planned() + "，实际" + actual + "，逾期补齐";
        } else {
            says = "计划" + node.planned() + "，实际" + actual + "，按期完成";
        }
        return fact(Measure.NODE_LATENESS, "node:" + node.id().value(), node, late, says, link);
    }

    private static Fact early(MonthNode node, LocalDate actual, String link) {
        return fact(
                Measure.EARLY_FINISH,
                "early:" + node.id().value(),
                node,
                null,
                "计划" + node.planned() + "，实际" + actual + "，提前" + EARLY_DAYS + "天以上",
                link);
    }

    private static Fact fact(
            Measure measure, String key, MonthNode node, @Nullable BigDecimal value, String says, String link) {
        return new Fact(
                measure,
                key,
                node.projectName() + " · " + node.phase() + " · " + node.node(),
                BigDecimal.ONE,
                value,
                true,
                says,
                link);
    }

    private static String link(String project) {
        return "projects/" + URLEncoder.encode(project, StandardCharsets.UTF_8);
    }
}

package cn.guatu.assessment;

import cn.guatu.org.MonthStep;
import cn.guatu.org.OrgService;
import cn.guatu.org.PlanMonth;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.progress.ReportItem;
import cn.guatu.progress.ReportState;
import cn.guatu.rollup.MonthFigures;
import cn.guatu.rollup.MonthNode;
import cn.guatu.rollup.RollupService;
import cn.guatu.rollup.TargetFigure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is unsettled before a step of the month: it is listed and asked about, and does not forbid (semantics §13). */
@Component
class Checklist {

    private static final int NAMES = 3;

    private final RollupService rollup;
    private final FactCollector facts;
    private final ObjectionQueries objections;
    private final OrgService org;
    private final BusinessClock clock;

    Checklist(
            RollupService rollup,
            FactCollector facts,
            ObjectionQueries objections,
            OrgService org,
            BusinessClock clock) {
        this.rollup = rollup;
        this.facts = facts;
        this.objections = objections;
        this.org = org;
        this.clock = clock;
    }

    /** What stands against taking the step now. */
    List<Finding> against(PlanMonth month, MonthStep step) {
        return against(month, step, null);
    }

    /** @param read the figures of the month's end, when they have been read already */
    List<Finding> against(PlanMonth month, MonthStep step, @Nullable MonthFigures read) {
        List<Finding> findings = new ArrayList<>();
        LocalDate end = month.calendar().atEndOfMonth();
        if (clock.today().isBefore(end) && step != MonthStep.APPROVE) {
            findings.add(new Finding("NOT_OVER", month.title() + "尚未结束（今天是" + clock.today() + "）", 1, null));
        }
        if (step == MonthStep.CUT_OFF || step == MonthStep.REVIEW || step == MonthStep.PUBLISH) {
            reports(month, findings);
        }
        if (step == MonthStep.CUT_OFF || step == MonthStep.PUBLISH) {
            figures(read != null ? read : rollup.month(month.calendar(), clock.now()), findings);
        }
        if (step == MonthStep.PUBLISH && !month.isPublished()) {
            publication(month, findings);
        }
        return findings;
    }

    private void reports(PlanMonth month, List<Finding> findings) {
        List<ReportItem> items = facts.reports(month.calendar(), clock.now());
        List<ReportItem> missing = items.stream()
                .filter(item -> item.asked() && !item.state().isReported())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    "MISSING_REPORT", missing.size() + "项周报应报未报或退回未改" + byUnit(missing), missing.size(), "review"));
        }
        List<ReportItem> open = items.stream()
                .filter(item -> item.state() == ReportState.SUBMITTED)
                .toList();
        if (!open.isEmpty()) {
            findings.add(
                    new Finding("UNAPPROVED_REPORT", open.size() + "项周报尚未审核" + byUnit(open), open.size(), "review"));
        }
    }

    /** Whose they are, the department with most first: （更新科12项、整备科3项）. */
    private String byUnit(List<ReportItem> items) {
        Map<UnitId, Long> counts =
                items.stream().collect(Collectors.groupingBy(ReportItem::department, Collectors.counting()));
        return org.units().stream()
                .filter(unit -> counts.containsKey(unit.id()))
                .sorted(Comparator.comparing((Unit unit) -> counts.getOrDefault(unit.id(), 0L))
                        .reversed())
                .map(unit -> unit.name() + counts.get(unit.id()) + "项")
                .collect(Collectors.joining("、", "（", "）"));
    }

    private static void figures(MonthFigures figures, List<Finding> findings) {
        List<MonthNode> missing =
                figures.nodes().stream().filter(MonthNode::missing).toList();
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    "MISSING_NODE",
                    missing.size() + "个到期节点既无实际完成日期也无计入（"
                            + some(missing.stream()
                                    .map(node -> node.projectName() + "“" + node.node() + "”")
                                    .toList())
                            + "）",
                    missing.size(),
                    "nodes?state=LATE&asOf=" + figures.cutOff()));
        }
        List<TargetFigure> open = figures.targets().stream()
                .filter(target -> target.gap() != null
                        && target.gap().signum() > 0
                        && target.partsOf() != null
                        && !target.partsOf().equals("节点计划"))
                .toList();
        if (!open.isEmpty()) {
            findings.add(new Finding(
                    "ALLOCATION_GAP",
                    open.size() + "项指标有分解缺口（"
                            + some(open.stream().map(TargetFigure::name).toList()) + "）",
                    open.size(),
                    "plan?asOf=" + figures.cutOff()));
        }
    }

    private void publication(PlanMonth month, List<Finding> findings) {
        List<Objection> open = objections.of(month.year(), month.month()).stream()
                .filter(each -> each.state() == Objection.State.OPEN)
                .toList();
        if (!open.isEmpty()) {
            findings.add(new Finding(
                    "OPEN_OBJECTION",
                    open.size() + "条异议尚未答复",
                    open.size(),
                    "assessment/" + month.year() + "/" + month.month() + "?tab=objections"));
        }
        Instant until = month.objectionUntil();
        if (until != null && clock.now().isBefore(until)) {
            LocalDate last = until.atZone(clock.zone()).toLocalDate().minusDays(1);
            findings.add(new Finding("WINDOW_OPEN", "异议期至" + last + "，尚未届满", 1, null));
        }
        if (month.approvedAt() == null) {
            findings.add(new Finding("NOT_APPROVED", "局领导尚未审定", 1, null));
        }
    }

    private static String some(List<String> names) {
        return names.stream().limit(NAMES).collect(Collectors.joining("、")) + (names.size() > NAMES ? "等" : "");
    }
}

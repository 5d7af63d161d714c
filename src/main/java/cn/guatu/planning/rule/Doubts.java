package cn.guatu.planning.rule;

import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.schedule.DayDoubts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked about before it is taken: a date outside the year, before the project begins, or against its neighbours. */
final class Doubts {

    private Doubts() {}

    /** Questions about the planned date of a node that exists. */
    static List<String> of(Breakdown plan, Phase phase, Node node, @Nullable LocalDate day) {
        List<String> doubts = new ArrayList<>(ofDay(plan.year(), phase.startsOn(), node.name(), day));
        if (day == null) {
            return doubts;
        }
        for (Node other : plan.nodes()) {
            if (node.predecessors().contains(other.id())
                    && isSet(plan, other)
                    && other.planned().isAfter(day)) {
                doubts.add("“" + node.name() + "”的前置节点“" + other.name() + "”计划 " + other.planned() + " 才完成，晚于 " + day
                        + "。");
            }
            if (other.predecessors().contains(node.id())
                    && isSet(plan, other)
                    && other.planned().isBefore(day)) {
                doubts.add(
                        "“" + other.name() + "”在等“" + node.name() + "”，它计划 " + other.planned() + " 完成，早于 " + day + "。");
            }
        }
        return doubts;
    }

    /** Questions about the planned date of a node by itself. */
    static List<String> ofDay(int year, @Nullable LocalDate start, String node, @Nullable LocalDate day) {
        return DayDoubts.of(year, start, "“" + node + "”的计划完成", day);
    }

    /** Questions about the day from which the nodes of a phase may start. */
    static List<String> ofStart(Breakdown plan, Phase phase, @Nullable LocalDate start) {
        List<String> doubts = new ArrayList<>();
        if (start == null) {
            return doubts;
        }
        if (start.getYear() > plan.year()) {
            doubts.add("开始日期 " + start + " 晚于 " + plan.year() + " 年度。");
        }
        plan.nodesOf(phase.id()).stream()
                .filter(node -> node.actual() == null && isSet(plan, node))
                .flatMap(node ->
                        DayDoubts.of(node.planned().getYear(), start, "“" + node.name() + "”的计划完成", node.planned())
                                .stream())
                .forEach(doubts::add);
        return doubts;
    }

    private static boolean isSet(Breakdown plan, Node node) {
        Set<NodeId> undated = plan.undated();
        return !undated.contains(node.id());
    }
}

package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far projects have come along the stages of their kind, and 实施率 with the words that say what it is.
 *
 * @param stages in order
 * @param implemented 实施率 as a fraction; null when nothing has entered the first stage
 * @param definition 口径
 */
public record Funnel(List<Stage> stages, @Nullable BigDecimal implemented, String definition) {

    /** Keeps its own copy. */
    public Funnel {
        stages = List.copyOf(stages);
    }

    /**
     * A stage.
     *
     * @param name of the node
     * @param having phases whose plan has the node
     * @param reached phases that have finished it
     */
    public record Stage(String name, int having, int reached) {}

    /**
     * A node of a phase.
     *
     * @param phase names the phase
     * @param node its name
     * @param done whether it is finished
     */
    public record PhaseNode(String phase, String node, boolean done) {}

    /**
     * Along stages in order. 实施率 = of the phases that have finished the first stage, those that have finished the implementing one too:
     * a share, so one that was implemented without a finished first stage is left out and named.
     *
     * @param names the stages in order, not empty
     * @param implementing the stage that counts as implemented, one of them
     */
    public static Funnel of(List<PhaseNode> nodes, List<String> names, String implementing) {
        Map<String, Set<String>> reached = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        for (String name : names) {
            Set<String> having = new HashSet<>();
            Set<String> done = new HashSet<>();
            for (PhaseNode node : nodes) {
                if (node.node().equals(name)) {
                    having.add(node.phase());
                    if (node.done()) {
                        done.add(node.phase());
                    }
                }
            }
            reached.put(name, done);
            stages.add(new Stage(name, having.size(), done.size()));
        }
        Set<String> begun = reached.getOrDefault(names.getFirst(), Set.of());
        Set<String> implemented = reached.getOrDefault(implementing, Set.of());
        long both = implemented.stream().filter(begun::contains).count();
        long without = implemented.size() - both;
        return new Funnel(
                stages,
                begun.isEmpty()
                        ? null
                        : BigDecimal.valueOf(both).divide(BigDecimal.valueOf(begun.size()), MathContext.DECIMAL64),
                "实施率 = 其中已完成“" + implementing + "”的分期 " + both + " 个 ÷ 已完成“" + names.getFirst() + "”的分期 " + begun.size()
                        + " 个" + (without == 0 ? "" : "（另有 " + without + " 个没有完成“" + names.getFirst() + "”，不计）")
                        + "；按分期个数，不按面积；含计划内、计划外和储备分期");
    }
}

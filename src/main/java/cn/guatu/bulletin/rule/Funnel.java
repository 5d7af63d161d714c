package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
     * Along stages in order. 实施率 = phases that have finished the implementing stage ÷ phases that have finished the first one.
     *
     * @param names the stages in order, not empty
     * @param implementing the stage that counts as implemented, one of them
     */
    public static Funnel of(List<PhaseNode> nodes, List<String> names, String implementing) {
        List<Stage> stages = new ArrayList<>();
        for (String name : names) {
            Set<String> having = new HashSet<>();
            Set<String> reached = new HashSet<>();
            for (PhaseNode node : nodes) {
                if (node.node().equals(name)) {
                    having.add(node.phase());
                    if (node.done()) {
                        reached.add(node.phase());
                    }
                }
            }
            stages.add(new Stage(name, having.size(), reached.size()));
        }
        int first = stages.getFirst().reached();
        int done = stages.stream()
                .filter(stage -> stage.name().equals(implementing))
                .findFirst()
                .map(Stage::reached)
                .orElse(0);
        return new Funnel(
                stages,
                first == 0 ? null : BigDecimal.valueOf(done).divide(BigDecimal.valueOf(first), MathContext.DECIMAL64),
                "实施率 = 已完成“" + implementing + "”的分期 " + done + " 个 ÷ 已完成“" + names.getFirst() + "”的分期 " + first
                        + " 个；按分期个数，不按面积；含计划内、计划外和储备分期");
    }
}

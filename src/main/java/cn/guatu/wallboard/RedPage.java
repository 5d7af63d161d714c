package cn.guatu.wallboard;

import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 本周红灯: every red target and node, those that turned red since the week before first. */
@Component
class RedPage implements WallPage {

    @Override
    public String kind() {
        return "RED";
    }

    @Override
    public String label() {
        return "本周红灯";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public int usualDwell() {
        return 30;
    }

    private static final int NODES_SHOWN = 60;
    // a node turns red after 10 working days, so these turned red within the last five
    private static final int NEW_UNTIL = 15;

    /** Red targets and red nodes; {@code fresh} turned red within five working days. */
    record Reds(List<RedTarget> targets, List<RedNode> nodes, int total, int fresh) {}

    /** A red target with what it asks for each month that is left. */
    record RedTarget(
            String name,
            String unit,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            @Nullable BigDecimal requiredPerMonth,
            String department,
            String light,
            String word) {}

    /** A red node. */
    record RedNode(
            String project,
            String node,
            String department,
            String owner,
            int daysLate,
            boolean fresh,
            String light,
            String word) {}

    @Override
    public Object slice(PageFacts facts) {
        List<RedTarget> targets = facts.figures().targets().stream()
                .filter(target -> target.light() == Light.RED)
                .sorted(Comparator.comparing(
                        target -> target.deviation() == null ? BigDecimal.ZERO : target.deviation()))
                .map(target -> new RedTarget(
                        target.name(),
                        target.unit(),
                        target.rate(),
                        target.expected(),
                        target.deviation(),
                        target.requiredPerMonth(),
                        target.leadDepartment(),
                        target.light().name(),
                        target.light().label()))
                .toList();
        List<NodeFigure> red = facts.figures().nodes().stream()
                .filter(node -> node.light() == Light.RED && node.actual() == null)
                .sorted(Comparator.<NodeFigure, Boolean>comparing(node -> !isFresh(node))
                        .thenComparing(
                                Comparator.comparingInt(NodeFigure::daysLate).reversed())
                        .thenComparing(node -> node.id().value()))
                .toList();
        return new Reds(
                targets,
                red.stream()
                        .limit(NODES_SHOWN)
                        .map(node -> new RedNode(
                                node.projectName(),
                                node.node(),
                                node.leadDepartment(),
                                node.owner(),
                                node.daysLate(),
                                isFresh(node),
                                node.light().name(),
                                node.light().label()))
                        .toList(),
                red.size(),
                (int) red.stream().filter(RedPage::isFresh).count());
    }

    private static boolean isFresh(NodeFigure node) {
        return node.daysLate() <= NEW_UNTIL;
    }
}

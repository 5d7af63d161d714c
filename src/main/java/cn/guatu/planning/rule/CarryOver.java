package cn.guatu.planning.rule;

import cn.guatu.org.NameKey;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 年度结转: which nodes of a year go on in the next one. Multi-year projects keep their code; targets do not carry. A node that counts for
 * a target counts for the target of the same code and unit in the next year, when there is one, with what has not been recognised yet.
 *
 * @param phases those with something to carry, in their order
 * @param alreadyCarried nodes that were carried before and are left alone
 */
public record CarryOver(List<OfPhase> phases, int alreadyCarried) {

    /**
     * A phase that goes on.
     *
     * @param phase of the old year
     * @param nodes unfinished ones
     */
    public record OfPhase(Phase phase, List<OfNode> nodes) {}

    /**
     * A node that goes on.
     *
     * @param node of the old year
     * @param planned in the new year; null: nobody has decided it, it has to be planned anew
     * @param target in the new year; null when it counts for none there
     * @param rest what is left of its quantity; null without a target
     */
    public record OfNode(
            Node node,
            @Nullable LocalDate planned,
            @Nullable TargetId target,
            @Nullable BigDecimal rest) {}

    /** How many nodes go on. */
    public int count() {
        return phases.stream().mapToInt(each -> each.nodes().size()).sum();
    }

    /**
     * What would be carried.
     *
     * @param from the year that ends
     * @param targets of the next year
     * @param recognised by node of the old year, what its ledger says
     * @param carried nodes of the old year that were carried before
     */
    public static CarryOver of(
            Breakdown from, List<Target> targets, Map<NodeId, BigDecimal> recognised, Set<NodeId> carried) {
        List<OfPhase> phases = new ArrayList<>();
        int already = 0;
        for (Phase phase : from.phases()) {
            List<OfNode> nodes = new ArrayList<>();
            for (Node node : from.nodesOf(phase.id())) {
                if (carried.contains(node.id())) {
                    already++;
                } else if (node.actual() == null) {
                    nodes.add(carried(from, node, targets, recognised.get(node.id())));
                }
            }
            if (!nodes.isEmpty()) {
                phases.add(new OfPhase(phase, nodes));
            }
        }
        return new CarryOver(phases, already);
    }

    private static OfNode carried(Breakdown from, Node node, List<Target> targets, @Nullable BigDecimal recognised) {
        LocalDate day = node.forecast() != null ? node.forecast() : node.planned();
        Target next = node.target() == null
                ? null
                : from.target(node.target())
                        .flatMap(old -> targets.stream()
                                .filter(each -> NameKey.ofCode(each.code()).equals(NameKey.ofCode(old.code()))
                                        && each.unit().equals(old.unit()))
                                .findFirst())
                        .orElse(null);
        BigDecimal rest = next == null || node.quantity() == null
                ? null
                : recognised == null
                        ? node.quantity()
                        : node.quantity().subtract(recognised).max(BigDecimal.ZERO);
        return new OfNode(node, day.getYear() > from.year() ? day : null, next == null ? null : next.id(), rest);
    }
}

package cn.guatu.project.schedule;

import cn.guatu.project.NodeId;
import java.util.List;

/**
 * Which nodes to compress so that a plan that is 倒挂 can be kept again.
 *
 * @param cuts the nodes, in the order in which they are worked on, each compressed no more than it must be; empty when nothing is 倒挂
 * @param left by how many working days the plan stays 倒挂 even so; 0 when the cuts are enough
 * @param smallest whether no smaller set of nodes would do: proved by search, unless the search was given up for being too long
 */
public record Compression(List<Cut> cuts, int left, boolean smallest) {
    /** Keeps its own copy of the list. */
    public Compression {
        cuts = List.copyOf(cuts);
    }

    /**
     * A node that is compressed.
     *
     * @param node which
     * @param name its name
     * @param from its duration in working days
     * @param to the duration it must be done in
     */
    public record Cut(NodeId node, String name, int from, int to) {}
}

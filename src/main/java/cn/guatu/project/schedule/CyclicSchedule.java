package cn.guatu.project.schedule;

import cn.guatu.project.NodeId;
import java.io.Serial;
import java.util.List;

/** Refuses nodes that wait for each other; the message names them in Chinese. */
public class CyclicSchedule extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<NodeId> nodes;

    CyclicSchedule(List<NodeId> nodes, List<String> names) {
        super("前置节点形成循环：" + String.join(" → ", names) + " → " + names.getFirst() + "。请去掉其中一个前置关系后重试。");
        this.nodes = List.copyOf(nodes);
    }

    /** The nodes of one cycle, each waiting for the one before, the first for the last. */
    public List<NodeId> nodes() {
        return nodes;
    }
}

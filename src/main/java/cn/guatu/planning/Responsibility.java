package cn.guatu.planning;

import cn.guatu.org.PersonId;
import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the 责任清单: a phase that somebody answers for, with its nodes.
 *
 * @param phase its identity
 * @param code 项目编码
 * @param project 项目名称, with the phase when the project is split
 * @param department 牵头科室
 * @param streets 街道占比 as written
 * @param leader 责任领导; empty when nobody
 * @param owner 责任人 of the phase
 * @param ownerId null when he is only a name
 * @param nodes in their order
 */
public record Responsibility(
        PhaseId phase,
        String code,
        String project,
        String department,
        String streets,
        String leader,
        String owner,
        @Nullable PersonId ownerId,
        List<Duty> nodes) {

    /** The list is copied. */
    public Responsibility {
        nodes = List.copyOf(nodes);
    }

    /**
     * A node of the line.
     *
     * @param node its identity
     * @param name 节点名称
     * @param owner who answers: the node's 责任人, else the phase's
     * @param ownerId null when he is only a name
     * @param own whether the node names its own 责任人
     * @param planned 计划完成
     * @param actual 实际完成; null while it is open
     * @param target name of the 计入指标; empty for none
     * @param quantity 计入数量; null for none
     * @param unit of the quantity
     */
    public record Duty(
            NodeId node,
            String name,
            String owner,
            @Nullable PersonId ownerId,
            boolean own,
            LocalDate planned,
            @Nullable LocalDate actual,
            String target,
            @Nullable BigDecimal quantity,
            String unit) {}
}

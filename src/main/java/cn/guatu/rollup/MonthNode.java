package cn.guatu.rollup;

import cn.guatu.project.NodeId;
import cn.guatu.project.PlanNature;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as it stood at the end of a month (semantics §8), without its schedule.
 *
 * @param id identifies the node
 * @param project 项目编码
 * @param projectName 项目名称
 * @param phase 分期
 * @param node 节点名称
 * @param planned 计划完成
 * @param actual 实际完成; null when there is none on or before the cut-off
 * @param owner who answers: the node's 责任人, else the phase's
 * @param department 牵头科室 or 专班 of the phase
 * @param streets the streets of the phase at the cut-off, first one first
 * @param nature 计划性质 of the phase
 * @param light 灯
 * @param lightReason one sentence with the dates that decided
 * @param daysLate working days after 计划完成: how late it is, or was finished; else 0
 * @param missing whether it names a target, was due, and has neither an actual date nor a recognition
 * @param targetCode 计入指标; null when it names none
 */
public record MonthNode(
        NodeId id,
        String project,
        String projectName,
        String phase,
        String node,
        LocalDate planned,
        @Nullable LocalDate actual,
        String owner,
        String department,
        List<String> streets,
        PlanNature nature,
        Light light,
        String lightReason,
        int daysLate,
        boolean missing,
        @Nullable String targetCode) {

    /** The list is copied. */
    public MonthNode {
        streets = List.copyOf(streets);
    }
}

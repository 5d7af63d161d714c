package cn.guatu.rollup;

import cn.guatu.project.NodeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as of a day (semantics §8, §10).
 *
 * @param id identifies the node
 * @param project 项目编码
 * @param projectName 项目名称
 * @param phase 分期
 * @param node 节点名称
 * @param planned 计划完成
 * @param forecast 预计完成; null when not given
 * @param actual 实际完成; null when there is none on or before the cut-off
 * @param owner who answers: the node's 责任人, else the phase's
 * @param leadDepartment 牵头科室 of the phase
 * @param streets the streets of the phase at the cut-off, first one first
 * @param light 灯
 * @param lightReason one sentence with the dates that decided
 * @param daysLate working days after 计划完成: how late it is, or was finished; else 0
 * @param earliestStart forward pass; null when the schedule has none
 * @param latestStart backward pass; null when the schedule has none
 * @param totalFloat in working days; null when the schedule has none
 * @param critical whether it has the least float of its phase
 * @param targetCode 计入指标; null when it names none
 * @param quantity 计入数量, in the unit of the target; null when it names none
 * @param recognised what has been recognised on this node for its target by then; null when nothing was
 */
public record NodeFigure(
        NodeId id,
        String project,
        String projectName,
        String phase,
        String node,
        LocalDate planned,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        String owner,
        String leadDepartment,
        List<String> streets,
        Light light,
        String lightReason,
        int daysLate,
        @Nullable LocalDate earliestStart,
        @Nullable LocalDate latestStart,
        @Nullable Integer totalFloat,
        boolean critical,
        @Nullable String targetCode,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal recognised) {

    /** The list is copied. */
    public NodeFigure {
        streets = List.copyOf(streets);
    }
}

package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node as somebody wants it: a new one or a change. Predecessors are saved on their own.
 *
 * @param id null creates a node
 * @param phase the phase it belongs to
 * @param name 节点名称
 * @param planned 计划完成
 * @param forecast 预计完成
 * @param actual 实际完成; null: open
 * @param owner 责任人 as written; null: the owner of the phase
 * @param ownerId the person that is meant; null when he has no record
 * @param weight 权重; null counts as 1
 * @param durationDays 工期 in working days; null counts as 0 (semantics §10)
 * @param target 计入指标; null: completing it recognises nothing
 * @param quantity 计入数量 in the unit of the target
 * @param approx whether the quantity was written with 约
 * @param basis 依据
 * @param sortOrder its place in the list, as in the workbook
 */
public record NodeData(
        @Nullable NodeId id,
        PhaseId phase,
        String name,
        LocalDate planned,
        @Nullable LocalDate forecast,
        @Nullable LocalDate actual,
        @Nullable String owner,
        @Nullable PersonId ownerId,
        @Nullable BigDecimal weight,
        @Nullable Integer durationDays,
        @Nullable TargetId target,
        @Nullable BigDecimal quantity,
        boolean approx,
        @Nullable String basis,
        int sortOrder) {}

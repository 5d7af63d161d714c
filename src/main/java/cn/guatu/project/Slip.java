package cn.guatu.project;

import cn.guatu.org.PersonId;
import cn.guatu.org.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One change of a node's 计划完成, wherever it was made: in the schedule, at the planning desk or by an import.
 *
 * @param node the node
 * @param nodeName its name
 * @param phase its phase
 * @param projectCode 编码 of the project
 * @param projectName 名称 of the project
 * @param was the date before
 * @param becomes the date since
 * @param workingDays how many working days later; negative: earlier
 * @param at when it was changed
 * @param actor who changed it, by account; empty when nobody noted it
 * @param reason the reason of the schedule version; null when it was not made as a version
 * @param owner who answered for the node then: its own 责任人, else the phase's
 * @param ownerId the person that is meant; null when he has no record
 * @param lead 牵头科室 of the phase
 */
public record Slip(
        NodeId node,
        String nodeName,
        PhaseId phase,
        String projectCode,
        String projectName,
        LocalDate was,
        LocalDate becomes,
        int workingDays,
        Instant at,
        String actor,
        @Nullable String reason,
        String owner,
        @Nullable PersonId ownerId,
        UnitId lead) {}

package cn.guatu.supervision.api;

import cn.guatu.project.Category;
import cn.guatu.project.PlanNature;
import cn.guatu.rollup.Light;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes of {@code GET /years/{y}/projects} and {@code GET /projects/{code}}. */
final class ProjectRows {

    private ProjectRows() {}

    /**
     * A project in the list of a year. What a project with several phases says of itself is what its first phase says; the light is the
     * worst and the counts are sums.
     *
     * @param light the worst light of its nodes today; null without nodes
     */
    record Item(
            String code,
            String name,
            String phase,
            Category category,
            PlanNature nature,
            String leadDepartment,
            @Nullable String leader,
            String owner,
            List<StreetShare> streets,
            @Nullable Light light,
            int nodes,
            int nodesDone,
            int nodesLate,
            int openBlockers,
            List<ItemPhase> phases) {}

    /** A phase of a project in the list. */
    record ItemPhase(
            String phase,
            Category category,
            PlanNature nature,
            String leadDepartment,
            @Nullable String leader,
            String owner,
            List<StreetShare> streets,
            @Nullable Light light,
            int nodes,
            int nodesDone,
            int nodesLate,
            int openBlockers) {}

    /** {@code share} is a fraction. */
    record StreetShare(String street, @Nullable BigDecimal share) {}

    /** One project: its phases one by one, and below them the same rows of all phases together. */
    record Detail(
            String code,
            String name,
            List<DetailPhase> phases,
            List<NodeRow> nodes,
            List<Responsibility> responsibilities,
            List<RecognitionRow> recognitions,
            List<BlockerRow> blockers) {}

    /** A phase with all that hangs on it. */
    record DetailPhase(
            int year,
            String phase,
            String name,
            Category category,
            PlanNature nature,
            String leadDepartment,
            @Nullable String leader,
            String owner,
            List<String> assisting,
            List<StreetShare> streets,
            @Nullable String implementer,
            @Nullable String remark,
            @Nullable Light light,
            List<NodeRow> nodes,
            List<Responsibility> responsibilities,
            List<RecognitionRow> recognitions,
            List<BlockerRow> blockers) {}

    /** Quantities in the unit of the target. */
    record NodeRow(
            int year,
            String phase,
            String node,
            LocalDate planned,
            @Nullable LocalDate forecast,
            @Nullable LocalDate actual,
            String owner,
            @Nullable BigDecimal weight,
            @Nullable Integer durationDays,
            @Nullable String targetCode,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal recognised,
            @Nullable String basis,
            List<String> predecessors,
            Light light,
            String lightReason,
            int daysLate) {}

    /** Who answers for a phase: {@code role} is 责任领导, 牵头科室, 责任人, 配合单位 or 街道. */
    record Responsibility(
            int year,
            String phase,
            String role,
            String name,
            @Nullable BigDecimal share) {}

    /** A row of the ledger, also one that was taken back. */
    record RecognitionRow(
            long id,
            int year,
            String phase,
            String targetCode,
            @Nullable String node,
            @Nullable String batch,
            LocalDate occurredOn,
            Instant recordedAt,
            String recordedBy,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal denominator,
            String evidence,
            @Nullable String reason,
            @Nullable Long reverses,
            @Nullable Long reversedBy) {}

    /** What holds a phase up. */
    record BlockerRow(
            int year,
            String phase,
            String problem,
            @Nullable BlockerCause cause,
            String responsible,
            LocalDate raisedOn,
            @Nullable LocalDate due,
            @Nullable String targetCode,
            @Nullable BigDecimal quantity,
            BlockerStatus status) {}
}

package cn.guatu.rollup;

import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 口径卡: everything that made one figure (semantics §15). Same query and same arithmetic as the tables.
 *
 * @param targetCode 编码
 * @param targetName 名称
 * @param unit 单位
 * @param kind 类型
 * @param definition 口径 as written; null when not given
 * @param street the street asked for; null for all
 * @param department the department asked for; null for all
 * @param numerator the achieved value; for RATIO the value itself, see the rows for its two sums; null: 未报
 * @param denominator target in force, or the unit's part; null when absent
 * @param basis where a unit's denominator comes from; null for the district, or when absent
 * @param formula the arithmetic in words and numbers
 * @param rate completion rate; null: "—"
 * @param expected expected progress; null when absent
 * @param deviation rate − expected; null when one is absent
 * @param targetVersion the version in force at the cut-off; null when there is none
 * @param cutOff 数据截至
 * @param knownAt as known at this instant; null: now
 * @param light 灯
 * @param lightReason one sentence with the numbers and the rule version that decided
 * @param missing how many nodes were due and have neither an actual date nor a recognition
 * @param missingNodes those nodes
 * @param excluded sentences that say what is left out, and why
 * @param rows the contributing ledger rows, oldest first
 */
public record Explanation(
        String targetCode,
        String targetName,
        String unit,
        TargetKind kind,
        @Nullable String definition,
        @Nullable String street,
        @Nullable String department,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Basis basis,
        String formula,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        @Nullable Version targetVersion,
        LocalDate cutOff,
        @Nullable Instant knownAt,
        Light light,
        String lightReason,
        int missing,
        List<MissingNode> missingNodes,
        List<String> excluded,
        List<Row> rows) {

    /** The lists are copied. */
    public Explanation {
        missingNodes = List.copyOf(missingNodes);
        excluded = List.copyOf(excluded);
        rows = List.copyOf(rows);
    }

    /**
     * The version of the target that was in force.
     *
     * @param status 目标状态
     * @param value the value; null: 预计, no figure yet
     * @param docNo 文号; null when not given
     * @param effectiveFrom 生效日期
     * @param reason why it changed; null when not given
     * @param approx whether it was written with 约
     */
    public record Version(
            VersionStatus status,
            @Nullable BigDecimal value,
            @Nullable String docNo,
            LocalDate effectiveFrom,
            @Nullable String reason,
            boolean approx) {}

    /**
     * A node that was due and delivered nothing.
     *
     * @param project 项目编码
     * @param projectName 项目名称
     * @param phase 分期
     * @param node 节点名称
     * @param planned 计划完成
     * @param owner 责任人
     */
    public record MissingNode(
            String project, String projectName, String phase, String node, LocalDate planned, String owner) {}

    /**
     * A ledger row that counts.
     *
     * @param id identifies the ledger row; null for a completed node of a MILESTONE target
     * @param targetCode the target the row names: the one asked for, or one of its PARTITION parts
     * @param project 项目编码
     * @param projectName 项目名称
     * @param phase 分期
     * @param node 节点名称; null when the row names none
     * @param batch 批次; null when not given
     * @param occurredOn date of the certificate or contract
     * @param recordedAt when it was recorded; null for a completed node of a MILESTONE target
     * @param quantity the whole quantity of the row, signed (weight for a MILESTONE node)
     * @param denominator the row's denominator; null but for RATIO
     * @param share the fraction of the row that is in scope: 1 for the whole district
     * @param counted what the row adds to the numerator in scope, exactly
     * @param countedDenominator what the row adds to the denominator in scope; null but for RATIO
     * @param approx whether the quantity was written with 约
     * @param evidence 依据
     * @param reason 备注; null when not given
     * @param reverses the row that this one reverses; null for an ordinary row
     */
    public record Row(
            @Nullable Long id,
            String targetCode,
            String project,
            String projectName,
            String phase,
            @Nullable String node,
            @Nullable String batch,
            LocalDate occurredOn,
            @Nullable Instant recordedAt,
            BigDecimal quantity,
            @Nullable BigDecimal denominator,
            BigDecimal share,
            BigDecimal counted,
            @Nullable BigDecimal countedDenominator,
            boolean approx,
            String evidence,
            @Nullable String reason,
            @Nullable Long reverses) {}
}

package cn.guatu.rollup.api;

import static cn.guatu.platform.api.ApiNumbers.amount;
import static cn.guatu.platform.api.ApiNumbers.fraction;

import cn.guatu.rollup.Basis;
import cn.guatu.rollup.Explanation;
import cn.guatu.rollup.Light;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The 口径卡 of {@code GET /years/{y}/explain}; the fields mean what {@link Explanation} says. */
record ExplainAnswer(
        String targetCode,
        String targetName,
        String unit,
        TargetKind kind,
        @Nullable String street,
        @Nullable String department,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Basis basis,
        String formula,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal deviation,
        Light light,
        String lightReason,
        @Nullable Version targetVersion,
        LocalDate cutOff,
        @Nullable Instant knownAt,
        int missing,
        List<MissingNode> missingNodes,
        List<String> excluded,
        @Nullable String definition,
        List<Row> rows) {

    record Version(
            VersionStatus status,
            @Nullable BigDecimal value,
            @Nullable String docNo,
            LocalDate effectiveFrom,
            @Nullable String reason,
            boolean approx) {}

    record MissingNode(
            String project, String projectName, String phase, String node, LocalDate planned, String owner) {}

    /** {@code share} is a fraction, 1 for the whole district; {@code reverses} is the id of the row that is taken back. */
    record Row(
            @Nullable Long id,
            String targetCode,
            String project,
            String projectName,
            String phase,
            @Nullable String node,
            @Nullable String batch,
            LocalDate occurredOn,
            @Nullable Instant recordedAt,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal share,
            @Nullable BigDecimal counted,
            @Nullable BigDecimal countedDenominator,
            boolean approx,
            String evidence,
            @Nullable String reason,
            @Nullable Long reverses) {}

    static ExplainAnswer of(Explanation card) {
        return new ExplainAnswer(
                card.targetCode(),
                card.targetName(),
                card.unit(),
                card.kind(),
                card.street(),
                card.department(),
                amount(card.numerator()),
                amount(card.denominator()),
                card.basis(),
                card.formula(),
                fraction(card.rate()),
                fraction(card.expected()),
                fraction(card.deviation()),
                card.light(),
                card.lightReason(),
                version(card.targetVersion()),
                card.cutOff(),
                card.knownAt(),
                card.missing(),
                card.missingNodes().stream().map(ExplainAnswer::node).toList(),
                card.excluded(),
                card.definition(),
                card.rows().stream().map(ExplainAnswer::row).toList());
    }

    private static @Nullable Version version(Explanation.@Nullable Version version) {
        return version == null
                ? null
                : new Version(
                        version.status(),
                        amount(version.value()),
                        version.docNo(),
                        version.effectiveFrom(),
                        version.reason(),
                        version.approx());
    }

    private static MissingNode node(Explanation.MissingNode node) {
        return new MissingNode(
                node.project(), node.projectName(), node.phase(), node.node(), node.planned(), node.owner());
    }

    private static Row row(Explanation.Row row) {
        return new Row(
                row.id(),
                row.targetCode(),
                row.project(),
                row.projectName(),
                row.phase(),
                row.node(),
                row.batch(),
                row.occurredOn(),
                row.recordedAt(),
                amount(row.quantity()),
                amount(row.denominator()),
                fraction(row.share()),
                amount(row.counted()),
                amount(row.countedDenominator()),
                row.approx(),
                row.evidence(),
                row.reason(),
                row.reverses());
    }
}

package cn.guatu.wallboard;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wall shows: one immutable picture of a plan year for one data scope, shared by every screen of that scope.
 * Rates are fractions (0.612 is 61.2 %), absent figures are null, lights are the words of the HTTP interface.
 *
 * @param version changes exactly when something that is shown changes, refresh times apart; the same on every server
 * @param year the plan year
 * @param title whose year it is, for the header
 * @param dataAsOf the cut-off date of every figure (数据截至)
 * @param generatedAt when the figures were read
 * @param refreshedAt the same as a time of day in the business time zone (刷新)
 * @param linear completed months / 12 at the cut-off: the 序时 of the header
 * @param overall 综合完成率 of the scope (semantics §5b)
 * @param counts how many top-level targets stand on each light, worst last
 * @param targets worst first, each top-level target followed by its 其中
 * @param streets ranked by rate, best first; those without a rate last
 * @param departments ranked likewise
 * @param late open nodes past their planned date, worst first, at most {@value BoardAssembler#LATE_SHOWN}
 * @param lateTotal how many such nodes there are
 * @param trend one point a month
 */
public record Board(
        String version,
        int year,
        String title,
        LocalDate dataAsOf,
        Instant generatedAt,
        String refreshedAt,
        BigDecimal linear,
        Overall overall,
        List<LightCount> counts,
        List<TargetLine> targets,
        List<UnitLine> streets,
        List<UnitLine> departments,
        List<LateLine> late,
        int lateTotal,
        List<TrendLine> trend) {

    /** 综合完成率 with the number of targets behind it and of those without a rate. */
    public record Overall(
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            String light,
            String word,
            int targets,
            int withoutRate) {}

    /** How many targets stand on a light. */
    public record LightCount(String light, String word, int number) {}

    /** A target: {@code level} is 0 for top-level targets, {@code target} the value in force in {@code unit}. */
    public record TargetLine(
            String code,
            String name,
            String unit,
            int level,
            @Nullable BigDecimal target,
            boolean provisional,
            @Nullable BigDecimal achieved,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            String light,
            String word,
            int missing) {}

    /** A street or department with its 综合完成率. */
    public record UnitLine(
            String name,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            String light,
            String word) {}

    /** An open node past its planned date; {@code daysLate} in working days. */
    public record LateLine(
            String project,
            String node,
            String department,
            @Nullable String owner,
            int daysLate,
            String light,
            String word) {}

    /** 综合完成率 and 综合序时 at the end of a month (at the cut-off in the current one); null in months to come. */
    public record TrendLine(
            int month, @Nullable BigDecimal rate, @Nullable BigDecimal expected) {}
}

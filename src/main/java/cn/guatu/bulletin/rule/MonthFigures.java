package cn.guatu.bulletin.rule;

import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the 通报 of a month speaks of, read once.
 *
 * @param year the plan year
 * @param month 1–12
 * @param cutOff 数据截至: the month's last day, or today while the month goes on
 * @param issuedOn 成文日期: the day of publication; null while nothing is published
 * @param district name of the district; empty when there is none
 * @param targets in workbook order
 * @param overall 综合完成率 of the year
 * @param before 综合完成率 a month earlier; null in January
 * @param streets in their order
 * @param departments in their order
 * @param late open nodes that are late, the latest first
 * @param causes open blockers by cause, most first
 * @param matters decisions of the year
 */
public record MonthFigures(
        int year,
        int month,
        LocalDate cutOff,
        @Nullable LocalDate issuedOn,
        String district,
        List<TargetFigure> targets,
        UnitSummary overall,
        @Nullable UnitSummary before,
        List<UnitLine> streets,
        List<UnitLine> departments,
        List<NodeFigure> late,
        List<CauseLine> causes,
        List<MatterLine> matters) {

    /** Keeps its own copies. */
    public MonthFigures {
        targets = List.copyOf(targets);
        streets = List.copyOf(streets);
        departments = List.copyOf(departments);
        late = List.copyOf(late);
        causes = List.copyOf(causes);
        matters = List.copyOf(matters);
    }

    /**
     * A street or department.
     *
     * @param key what its figures are named by, such as {@code street.3}
     * @param summary its 综合完成率
     * @param score of the monthly scorecard; null without one
     * @param rank among its kind; null without a score
     */
    public record UnitLine(
            String key,
            UnitSummary summary,
            @Nullable BigDecimal score,
            @Nullable Integer rank) {

        /** Its name. */
        public String name() {
            return String.valueOf(summary.unit());
        }
    }

    /**
     * Open blockers of a cause.
     *
     * @param cause in words
     * @param open how many are not closed
     */
    public record CauseLine(String cause, int open) {}

    /**
     * A decision.
     *
     * @param matter 事项
     * @param lead 牵头
     * @param due 完成时限
     * @param status in words
     * @param closed whether it is 销号
     */
    public record MatterLine(String matter, String lead, LocalDate due, String status, boolean closed) {}
}

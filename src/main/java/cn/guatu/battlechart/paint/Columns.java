package cn.guatu.battlechart.paint;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.platform.document.Pen;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/**
 * The columns of a panel, and where a day of the year stands; in points.
 *
 * @param name left of the project
 * @param people left of department and owner
 * @param peopleWidth its width
 * @param timeLeft the first day
 * @param timeRight after the last day
 * @param quantities left of what is recognised
 * @param quantityWidth its width
 * @param first the first day of the plan year
 */
record Columns(
        double name,
        double people,
        double peopleWidth,
        double timeLeft,
        double timeRight,
        double quantities,
        double quantityWidth,
        LocalDate first) {

    /** Columns as wide as what stands in them, within limits; the rest is time. */
    static Columns of(BattleChart chart, double left, double width, double text) {
        double gap = text * 0.8;
        double name = text * 1.5 + widest(chart, BattleChart.Row::name, text, width * 0.2);
        double people = widest(chart, RowPainter::people, text * 0.86, width * 0.13);
        double quantity = widest(chart, RowPainter::quantities, text * 0.86, width * 0.12);
        double timeLeft = left + name + gap + people + gap;
        double timeRight = left + width - gap - Math.max(quantity, text * 5);
        return new Columns(
                left,
                left + name + gap,
                people,
                timeLeft,
                timeRight,
                timeRight + gap,
                Math.max(quantity, text * 5),
                LocalDate.of(chart.year(), 1, 1));
    }

    private static double widest(BattleChart chart, Function<BattleChart.Row, String> words, double size, double most) {
        double widest = chart.groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(words)
                .distinct()
                .mapToDouble(each -> Pen.width(each, size, false))
                .max()
                .orElse(0);
        return Math.clamp(widest * 1.02, size * 6, Math.max(size * 6, most));
    }

    /** Where the day begins; a day of another year stands at the edge. */
    double x(LocalDate day) {
        long days = ChronoUnit.DAYS.between(first, day);
        double all = first.lengthOfYear();
        return timeLeft + (timeRight - timeLeft) * Math.clamp(days / all, 0, 1);
    }
}

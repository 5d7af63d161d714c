package cn.guatu.bulletin;

import cn.guatu.rollup.TargetFigure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The targets at the end of each completed month of a year.
 *
 * @param months figures by code, January first
 */
record MonthSeries(List<Map<String, TargetFigure>> months) {

    static MonthSeries of(List<List<TargetFigure>> months) {
        List<Map<String, TargetFigure>> byCode = new ArrayList<>();
        months.forEach(figures ->
                byCode.add(figures.stream().collect(Collectors.toMap(TargetFigure::code, Function.identity()))));
        return new MonthSeries(List.copyOf(byCode));
    }

    /** What each completed month has added to a target; a month in which nobody reported adds nothing. */
    List<BigDecimal> added(String code) {
        List<@Nullable BigDecimal> ends = new ArrayList<>();
        for (Map<String, TargetFigure> month : months) {
            TargetFigure figure = month.get(code);
            ends.add(figure == null ? null : figure.achieved());
        }
        return differences(ends);
    }

    /** From values at month ends to what each month added. */
    static List<BigDecimal> differences(List<@Nullable BigDecimal> ends) {
        List<BigDecimal> added = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal end : ends) {
            BigDecimal now = end == null ? before : end;
            added.add(now.subtract(before));
            before = now;
        }
        return added;
    }

    /** The targets a month before the given one; empty in January. */
    Map<String, TargetFigure> before(int month) {
        return month < 2 || months.size() < month - 1 ? new HashMap<>() : months.get(month - 2);
    }
}

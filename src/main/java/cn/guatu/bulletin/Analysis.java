package cn.guatu.bulletin;

import cn.guatu.bulletin.rule.Durations;
import cn.guatu.bulletin.rule.Forecast;
import cn.guatu.bulletin.rule.Funnel;
import cn.guatu.bulletin.rule.Waterfall;
import cn.guatu.rollup.TargetFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions behind a month's figures, for what one person sees.
 *
 * @param cutOff 数据截至
 * @param outlooks 累计 targets with their forecasts, the one with the least chance first
 * @param movement what moved 综合完成率 since the end of the month before; null in January
 * @param funnels by category of project
 * @param stages how long stages took
 * @param reviews how long weekly reports waited for review, by department
 * @param causes what blockers come from
 */
public record Analysis(
        LocalDate cutOff,
        List<Outlook> outlooks,
        @Nullable Waterfall movement,
        List<CategoryFunnel> funnels,
        List<Durations.Stage> stages,
        List<Durations.Stage> reviews,
        List<Cause> causes) {

    /** Keeps its own copies. */
    public Analysis {
        outlooks = List.copyOf(outlooks);
        funnels = List.copyOf(funnels);
        stages = List.copyOf(stages);
        reviews = List.copyOf(reviews);
        causes = List.copyOf(causes);
    }

    /**
     * A target and how it may end.
     *
     * @param target as of the cut-off
     * @param forecast its year end
     */
    public record Outlook(TargetFigure target, Forecast forecast) {}

    /**
     * The stages of a category.
     *
     * @param category in words
     * @param funnel its stages
     */
    public record CategoryFunnel(String category, Funnel funnel) {}

    /**
     * A cause class of blockers.
     *
     * @param cause in words
     * @param open not yet solved
     * @param all raised this year
     * @param days days that the open ones have held up, together
     * @param quantities what the open ones hold up, by unit of measure, such as 12.5公顷、3个; empty when nobody said
     */
    public record Cause(String cause, int open, int all, long days, String quantities) {

        /** Mean days of an open one; null when none is open. */
        public @Nullable BigDecimal meanDays() {
            return open == 0
                    ? null
                    : BigDecimal.valueOf(days).divide(BigDecimal.valueOf(open), 1, java.math.RoundingMode.HALF_UP);
        }
    }
}

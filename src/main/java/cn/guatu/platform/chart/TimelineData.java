package cn.guatu.platform.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole sheet of a {@link Timeline}.
 *
 * @param from the first day of the axis; its year is the one that dates do not name
 * @param to the last day of the axis
 * @param today where the line of today stands; null for none
 * @param corner a few words above the names, such as 38 个项目
 * @param groups in order
 * @param links between nodes of different rows
 * @param holidays working-week days that are off; shaded when single days can be told apart
 * @param makeUpDays weekend days that are worked
 */
public record TimelineData(
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate today,
        String corner,
        List<TimelineGroup> groups,
        List<TimelineLink> links,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUpDays) {
    /** Copies the collections. */
    public TimelineData {
        groups = List.copyOf(groups);
        links = List.copyOf(links);
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }
}

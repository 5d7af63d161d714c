package cn.guatu.platform.chart;

import cn.guatu.platform.ui.LightShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a {@link Timeline}.
 *
 * @param id what the events call it; unique on the sheet
 * @param label its name
 * @param sub a second line for rows that have room, such as 科室 · 责任人; null for none
 * @param shape of the light before its name; null for none
 * @param word of that light; null for none
 * @param figure at the right end of its name, such as 3 / 12; null for none
 * @param title a sentence for the tool tip; null for none
 * @param bars under the nodes, the first one lowest
 * @param nodes in any order
 */
public record TimelineRow(
        String id,
        String label,
        @Nullable String sub,
        @Nullable LightShape shape,
        @Nullable String word,
        @Nullable String figure,
        @Nullable String title,
        List<TimelineBar> bars,
        List<TimelineNode> nodes) {
    /** Copies the lists. */
    public TimelineRow {
        bars = List.copyOf(bars);
        nodes = List.copyOf(nodes);
    }
}

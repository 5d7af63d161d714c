package cn.guatu.project.schedule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What binds a node beside its duration and its predecessors.
 *
 * @param pinned the day it takes place on, neither earlier nor later (锁定日期); null for a free one. When that day is off, the working
 *     day before
 * @param stops when its clock stands still
 * @param done 实际完成; null: open. Only the {@link Outlook} asks for it
 * @param least the fewest working days that it could be done in; compression goes no further
 */
public record Terms(
        @Nullable LocalDate pinned,
        List<Stop> stops,
        @Nullable LocalDate done,
        int least) {

    /** A free, open node that could be done in one day. */
    public static final Terms FREE = new Terms(null, List.of(), null, 1);

    /** Keeps its own copy of the stops. */
    public Terms {
        if (least < 0) {
            throw new IllegalArgumentException("negative least duration: " + least);
        }
        stops = List.copyOf(stops);
    }
}

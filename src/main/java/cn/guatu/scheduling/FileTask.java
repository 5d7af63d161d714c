package cn.guatu.scheduling;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a schedule file, as the file says it.
 *
 * @param uid tells it apart within the file
 * @param name its name; two of the same name carry the name of the summary above them
 * @param level how deep it stands in the outline
 * @param summary whether it only holds others together
 * @param finish when it ends; null when the file does not say
 * @param baseline when it was to end by the file's baseline; null when the file has none
 * @param actual when it was finished; null when it is open
 * @param durationDays in working days; null when the file does not say
 * @param resource who does it; null when nobody is named
 * @param after uids of the tasks that must be finished before
 * @param otherLinks how many of its links are of another kind than finish-to-start: they are not taken over
 */
public record FileTask(
        int uid,
        String name,
        int level,
        boolean summary,
        @Nullable LocalDate finish,
        @Nullable LocalDate baseline,
        @Nullable LocalDate actual,
        @Nullable Integer durationDays,
        @Nullable String resource,
        Set<Integer> after,
        int otherLinks) {
    /** Keeps its own copy of the set. */
    public FileTask {
        after = Set.copyOf(after);
    }
}

package cn.guatu.scheduling;

import cn.guatu.org.PersonId;
import java.util.Map;
import java.util.Set;

/**
 * How the tasks of a schedule file become nodes.
 *
 * @param tasks uids of those that do
 * @param fromBaseline whether 计划完成 is the file's baseline where it has one, else its finish
 * @param withDurations whether 工期 is taken over
 * @param withOwners whether resources become 责任人
 * @param people who is meant by a resource; a name that is not here is kept as a name
 * @param acceptDates whether dates outside the plan year or before the project begins are meant
 */
public record FileMapping(
        Set<Integer> tasks,
        boolean fromBaseline,
        boolean withDurations,
        boolean withOwners,
        Map<String, PersonId> people,
        boolean acceptDates) {
    /** Keeps its own copies. */
    public FileMapping {
        tasks = Set.copyOf(tasks);
        people = Map.copyOf(people);
    }
}

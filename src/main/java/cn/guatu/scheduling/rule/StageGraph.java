package cn.guatu.scheduling.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which stages wait for which: finds cycles, and lays the stages out in columns from left to right. */
public final class StageGraph {

    private final NavigableMap<Integer, Set<Integer>> after;

    /**
     * A graph of stages.
     *
     * @param after for each position those that must be done before; positions that are no key are left out of account
     */
    public StageGraph(Map<Integer, Set<Integer>> after) {
        this.after = new TreeMap<>();
        after.forEach((position, before) -> this.after.put(
                position, before.stream().filter(after::containsKey).collect(Collectors.toSet())));
    }

    /** The positions of one cycle, each before the next and the last before the first; empty when there is none. */
    public List<Integer> cycle() {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int start : after.keySet()) {
            Deque<Integer> path = new ArrayDeque<>();
            List<Integer> cycle = cycleFrom(start, seen, path);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    private List<Integer> cycleFrom(int at, Map<Integer, Integer> seen, Deque<Integer> path) {
        Integer state = seen.get(at);
        if (state != null && state == 1) {
            List<Integer> cycle = new ArrayList<>(path);
            // the path holds the latest first, and each waits for the one that was put on it after
            return List.copyOf(cycle.subList(0, cycle.indexOf(at) + 1));
        }
        if (state != null) {
            return List.of();
        }
        seen.put(at, 1);
        path.push(at);
        for (int before : after.getOrDefault(at, Set.of())) {
            List<Integer> cycle = cycleFrom(before, seen, path);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.pop();
        seen.put(at, 2);
        return List.of();
    }

    /** The column of each stage: one to the right of the last that it waits for. Only for a graph without a cycle. */
    public Map<Integer, Integer> columns() {
        Map<Integer, Integer> columns = new TreeMap<>();
        after.keySet().forEach(position -> column(position, columns));
        return columns;
    }

    private int column(int position, Map<Integer, Integer> columns) {
        Integer known = columns.get(position);
        if (known != null) {
            return known;
        }
        int column = 0;
        for (int before : after.getOrDefault(position, Set.of())) {
            column = Math.max(column, column(before, columns) + 1);
        }
        columns.put(position, column);
        return column;
    }
}

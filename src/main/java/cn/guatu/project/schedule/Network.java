package cn.guatu.project.schedule;

import cn.guatu.project.NodeId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** The tasks by number, who waits for whom, and an order in which nobody comes before those he waits for. */
final class Network {

    private final List<Task> tasks;
    private final int[][] predecessors;
    private final int[][] successors;
    private final int[] order;

    Network(List<Task> tasks) {
        this.tasks = tasks;
        Map<NodeId, Integer> numbers = HashMap.newHashMap(tasks.size());
        for (int i = 0; i < tasks.size(); i++) {
            if (numbers.put(tasks.get(i).id(), i) != null) {
                throw new IllegalArgumentException("twice: " + tasks.get(i).id());
            }
        }
        predecessors = new int[tasks.size()][];
        int[] followers = new int[tasks.size()];
        for (int i = 0; i < tasks.size(); i++) {
            predecessors[i] = numbersOf(tasks.get(i).predecessors(), numbers);
            for (int predecessor : predecessors[i]) {
                followers[predecessor]++;
            }
        }
        successors = new int[tasks.size()][];
        Arrays.setAll(successors, i -> new int[followers[i]]);
        for (int i = 0; i < tasks.size(); i++) {
            for (int predecessor : predecessors[i]) {
                successors[predecessor][--followers[predecessor]] = i;
            }
        }
        order = sorted();
    }

    private static int[] numbersOf(Set<NodeId> nodes, Map<NodeId, Integer> numbers) {
        int[] found = new int[nodes.size()];
        int used = 0;
        for (NodeId node : nodes) {
            Integer number = numbers.get(node);
            if (number != null) {
                found[used++] = number;
            }
        }
        return used == found.length ? found : Arrays.copyOf(found, used);
    }

    int size() {
        return tasks.size();
    }

    Task task(int number) {
        return tasks.get(number);
    }

    int[] predecessors(int number) {
        return predecessors[number];
    }

    int[] successors(int number) {
        return successors[number];
    }

    int[] order() {
        return order;
    }

    private int[] sorted() {
        int[] sorted = new int[size()];
        int[] open = new int[size()];
        int found = 0;
        for (int i = 0; i < size(); i++) {
            open[i] = predecessors[i].length;
            if (open[i] == 0) {
                sorted[found++] = i;
            }
        }
        for (int done = 0; done < found; done++) {
            for (int successor : successors[sorted[done]]) {
                if (--open[successor] == 0) {
                    sorted[found++] = successor;
                }
            }
        }
        if (found < size()) {
            throw cycleAmong(open);
        }
        return sorted;
    }

    /** Who is still open waits for somebody who is still open: going back from one of them must come round. */
    private CyclicSchedule cycleAmong(int[] open) {
        int at = 0;
        while (open[at] == 0) {
            at++;
        }
        SequencedSet<Integer> path = new LinkedHashSet<>();
        while (path.add(at)) {
            for (int predecessor : predecessors[at]) {
                if (open[predecessor] > 0) {
                    at = predecessor;
                    break;
                }
            }
        }
        List<Integer> cycle = new ArrayList<>(path);
        cycle = cycle.subList(cycle.indexOf(at), cycle.size());
        Collections.reverse(cycle);
        return new CyclicSchedule(
                cycle.stream().map(i -> task(i).id()).toList(),
                cycle.stream().map(i -> task(i).name()).toList());
    }
}

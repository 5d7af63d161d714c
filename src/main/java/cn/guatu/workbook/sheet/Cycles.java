package cn.guatu.workbook.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the circles in "has above it" relations, without recursion, however deep they are. */
final class Cycles {

    private Cycles() {}

    /** Each circle once, in the order of its relation; keys without an entry have nothing above them. */
    static List<List<String>> in(Map<String, List<String>> above) {
        List<List<String>> cycles = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String start : above.keySet()) {
            if (!done.contains(start)) {
                walk(start, above, done, cycles);
            }
        }
        return cycles;
    }

    private static void walk(
            String start, Map<String, List<String>> above, Set<String> done, List<List<String>> cycles) {
        Map<String, Iterator<String>> path = new LinkedHashMap<>();
        Deque<String> order = new ArrayDeque<>();
        path.put(start, above.getOrDefault(start, List.of()).iterator());
        order.push(start);
        while (!order.isEmpty()) {
            Iterator<String> next = path.get(order.peek());
            if (next == null || !next.hasNext()) {
                String finished = order.pop();
                path.remove(finished);
                done.add(finished);
                continue;
            }
            String to = next.next();
            if (path.containsKey(to)) {
                List<String> onPath = new ArrayList<>(order.reversed());
                cycles.add(List.copyOf(onPath.subList(onPath.indexOf(to), onPath.size())));
            } else if (!done.contains(to) && above.containsKey(to)) {
                path.put(to, above.getOrDefault(to, List.of()).iterator());
                order.push(to);
            }
        }
    }
}

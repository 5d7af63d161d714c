package cn.guatu.workbook.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds circles in what refers to its like: parents and predecessors. Without recursion, because a chain may be thousands long. */
final class Cycles {
    private Cycles() {}

    /** One circle, in the order of the references; empty when there is none. */
    static <K> List<K> first(Collection<K> all, Function<K, ? extends Collection<K>> next) {
        Set<K> done = new HashSet<>();
        for (K start : all) {
            if (done.contains(start)) {
                continue;
            }
            List<K> path = new ArrayList<>();
            Set<K> onPath = new HashSet<>();
            Deque<Iterator<K>> ahead = new ArrayDeque<>();
            path.add(start);
            onPath.add(start);
            ahead.push(iterator(next, start));
            while (!path.isEmpty()) {
                Iterator<K> here = ahead.element();
                if (!here.hasNext()) {
                    K finished = path.removeLast();
                    onPath.remove(finished);
                    done.add(finished);
                    ahead.pop();
                    continue;
                }
                K step = here.next();
                if (onPath.contains(step)) {
                    return List.copyOf(path.subList(path.indexOf(step), path.size()));
                }
                if (!done.contains(step)) {
                    path.add(step);
                    onPath.add(step);
                    ahead.push(iterator(next, step));
                }
            }
        }
        return List.of();
    }

    private static <K> Iterator<K> iterator(Function<K, ? extends Collection<K>> next, K from) {
        Collection<K> steps = next.apply(from);
        return steps.iterator();
    }
}

package cn.guatu.project.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long each node keeps its days, in numbers of working days: plain addition for most, and for a node with stops only the days that
 * count. A node of no working day never stands still.
 */
final class Spans {

    /** Keeps sums of durations that nobody means inside the range of int. */
    private static final int LONGEST = 400_000;

    private final int[] durations;
    private final int[][] stops;

    Spans(Network network, WorkingDays days) {
        int most = LONGEST / Math.max(1, network.size()) + 10_000;
        durations = new int[network.size()];
        stops = new int[network.size()][];
        for (int node = 0; node < durations.length; node++) {
            Task task = network.task(node);
            durations[node] = Math.min(task.duration(), most);
            stops[node] = ranges(task.terms().stops(), days);
        }
    }

    private Spans(int[] durations, int[][] stops) {
        this.durations = durations;
        this.stops = stops;
    }

    /** The same, with durations of its own that can be changed. */
    Spans copy() {
        return new Spans(durations.clone(), stops);
    }

    int duration(int node) {
        return durations[node];
    }

    void duration(int node, int workingDays) {
        durations[node] = workingDays;
    }

    /** The first day from the wanted one on that it can be begun. */
    int start(int node, int wanted) {
        int[] off = stops[node];
        return off.length == 0 || durations[node] == 0 ? wanted : skip(off, wanted, 1);
    }

    /** The last day that it occupies when it begins then. */
    int finish(int node, int start) {
        return walk(node, start, 1);
    }

    /** When it must begin to be finished on a day, at the latest. */
    int startFor(int node, int finish) {
        return walk(node, finish, -1);
    }

    /** The first day that is free for its successors. */
    int free(int node, int finish) {
        return durations[node] == 0 ? finish : finish + 1;
    }

    /** The last day that it may occupy when a successor begins then. */
    int before(int node, int successorStart) {
        return durations[node] == 0 ? successorStart : successorStart - 1;
    }

    private int walk(int node, int from, int step) {
        int left = Math.max(0, durations[node] - 1);
        int[] off = stops[node];
        if (off.length == 0 || durations[node] == 0) {
            return from + left * step;
        }
        int at = skip(off, from, step);
        while (left-- > 0) {
            at = skip(off, at + step, step);
        }
        return at;
    }

    private static int skip(int[] off, int day, int step) {
        int at = day;
        // ranges are sorted and apart, so one pass in the direction of the walk is enough
        if (step > 0) {
            for (int i = 0; i < off.length; i += 2) {
                at = at >= off[i] && at <= off[i + 1] ? off[i + 1] + 1 : at;
            }
        } else {
            for (int i = off.length - 2; i >= 0; i -= 2) {
                at = at >= off[i] && at <= off[i + 1] ? off[i] - 1 : at;
            }
        }
        return at;
    }

    private static int[] ranges(List<Stop> stops, WorkingDays days) {
        List<int[]> ranges = new ArrayList<>();
        for (Stop stop : stops) {
            int from = days.onOrAfter(stop.from());
            int to = days.onOrBefore(stop.to());
            if (from <= to) {
                ranges.add(new int[] {from, to});
            }
        }
        ranges.sort((one, other) -> Integer.compare(one[0], other[0]));
        int[] flat = new int[ranges.size() * 2];
        int used = 0;
        for (int[] range : ranges) {
            if (used > 0 && range[0] <= flat[used - 1] + 1) {
                flat[used - 1] = Math.max(flat[used - 1], range[1]);
            } else {
                flat[used++] = range[0];
                flat[used++] = range[1];
            }
        }
        return Arrays.copyOf(flat, used);
    }
}

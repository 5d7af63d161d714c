package cn.guatu.project.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the smallest set of nodes whose compression makes a plan feasible.
 *
 * <p>As long as a node is late, so is the chain of nodes that it waited for: no set helps that leaves this whole chain as it is. So one of
 * the chain is taken, each in turn, and the search goes on with one fewer; sets of one node are tried first, then of two, and so on. What
 * is found first is smallest. When that takes too long, the node that gives most is taken each time, and what turns out to be unneeded is
 * given back; that set is good, not proved smallest.
 */
final class Compressor {

    /** So many passes over the network are a moment for a project and would be minutes for a district. */
    private static final int MOST_NODES_PASSED = 4_000_000;

    private final Outlook outlook;
    private final Network network;
    private final Spans spans;
    private int passesLeft;

    Compressor(Outlook outlook) {
        this.outlook = outlook;
        this.network = outlook.network();
        this.spans = outlook.spans().copy();
        this.passesLeft = MOST_NODES_PASSED / Math.max(1, network.size());
    }

    Compression compression() {
        if (outlook.worst() < 0) {
            return new Compression(List.of(), 0, true);
        }
        try {
            Set<Integer> most = compressible();
            if (inversionWith(most) > 0) {
                int left = inversionWith(most);
                return new Compression(cuts(needed(most, left), left), left, false);
            }
            for (int size = 1; ; size++) {
                Set<Integer> chosen = new HashSet<>();
                if (search(chosen, new HashSet<>(), size)) {
                    return new Compression(cuts(chosen, 0), 0, true);
                }
                if (passesLeft <= 0) {
                    return new Compression(cuts(needed(greedy(), 0), 0), 0, false);
                }
            }
        } finally {
            outlook.pass(outlook.spans());
        }
    }

    private Set<Integer> compressible() {
        Set<Integer> all = new HashSet<>();
        for (int node = 0; node < network.size(); node++) {
            if (isCompressible(node)) {
                all.add(node);
            }
        }
        return all;
    }

    private boolean isCompressible(int node) {
        return outlook.isOpen(node) && outlook.spans().duration(node) > least(node);
    }

    private int least(int node) {
        return Math.min(network.task(node).terms().least(), outlook.spans().duration(node));
    }

    private boolean search(Set<Integer> chosen, Set<Integer> left, int more) {
        if (inversionWith(chosen) == 0) {
            return true;
        }
        if (more == 0 || passesLeft <= 0) {
            return false;
        }
        List<Integer> chain = chain(chosen);
        Set<Integer> tried = new HashSet<>(left);
        for (int node : chain) {
            if (tried.contains(node)) {
                continue;
            }
            chosen.add(node);
            if (search(chosen, tried, more - 1)) {
                return true;
            }
            chosen.remove(node);
            // every set with this node has been seen
            tried.add(node);
        }
        return false;
    }

    private Set<Integer> greedy() {
        Set<Integer> chosen = new HashSet<>();
        while (inversionWith(chosen) > 0) {
            int best = -1;
            for (int node : chain(chosen)) {
                if (best < 0 || gain(node) > gain(best)) {
                    best = node;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    private int gain(int node) {
        return outlook.spans().duration(node) - least(node);
    }

    /** Gives back what is not needed. */
    private Set<Integer> needed(Set<Integer> chosen, int allowed) {
        Set<Integer> needed = new HashSet<>(chosen);
        for (int node : chosen) {
            needed.remove(node);
            if (inversionWith(needed) > allowed) {
                needed.add(node);
            }
        }
        return needed;
    }

    /** The compressible nodes on the chain that made the worst one late, after the last pass. */
    private List<Integer> chain(Set<Integer> chosen) {
        List<Integer> chain = new ArrayList<>();
        for (int at = outlook.worst(); at >= 0; at = outlook.cause(at)) {
            if (isCompressible(at) && !chosen.contains(at)) {
                chain.add(at);
            }
        }
        return chain;
    }

    private int inversionWith(Set<Integer> chosen) {
        for (int node = 0; node < network.size(); node++) {
            spans.duration(
                    node, chosen.contains(node) ? least(node) : outlook.spans().duration(node));
        }
        return inversion();
    }

    private int inversion() {
        passesLeft--;
        outlook.pass(spans);
        return outlook.inversion();
    }

    /** Every node gets back the days that it can have: the fewest that are enough. */
    private List<Compression.Cut> cuts(Set<Integer> chosen, int allowed) {
        inversionWith(chosen);
        List<Compression.Cut> cuts = new ArrayList<>();
        for (int node : network.order()) {
            if (!chosen.contains(node)) {
                continue;
            }
            int low = least(node);
            int high = outlook.spans().duration(node);
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                spans.duration(node, middle);
                if (inversion() > allowed) {
                    high = middle - 1;
                } else {
                    low = middle;
                }
            }
            spans.duration(node, low);
            if (low < outlook.spans().duration(node)) {
                Task task = network.task(node);
                cuts.add(new Compression.Cut(task.id(), task.name(), task.duration(), low));
            }
        }
        return cuts;
    }
}

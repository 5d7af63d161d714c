package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long stages took against what was promised, in working days. */
public final class Durations {

    private Durations() {}

    /**
     * A finished node.
     *
     * @param stage its name
     * @param days working days from the finish of its last predecessor to its own
     * @param promised its 工期; null when it has none
     */
    public record Took(String stage, int days, @Nullable Integer promised) {}

    /**
     * A stage.
     *
     * @param name of the nodes
     * @param count finished nodes that were measured
     * @param median working days that half of them took at most
     * @param slowest the working days of the slowest of ten
     * @param promised the median of what was promised; null when nothing was
     * @param kept share that took no longer than promised; null when nothing was promised
     */
    public record Stage(
            String name,
            int count,
            int median,
            int slowest,
            @Nullable Integer promised,
            @Nullable BigDecimal kept) {}

    /** By stage, the one that keeps its promise least first; stages with fewer nodes than {@code least} say nothing and are left out. */
    public static List<Stage> by(List<Took> nodes, int least) {
        Map<String, List<Took>> byName = new LinkedHashMap<>();
        nodes.forEach(node ->
                byName.computeIfAbsent(node.stage(), name -> new ArrayList<>()).add(node));
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= least)
                .map(entry -> stage(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Stage::kept, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                        .thenComparing(Stage::name))
                .toList();
    }

    private static Stage stage(String name, List<Took> nodes) {
        List<Integer> days = nodes.stream().map(Took::days).sorted().toList();
        List<Took> bound =
                nodes.stream().filter(node -> node.promised() != null).toList();
        List<Integer> promises = new ArrayList<>();
        int kept = 0;
        for (Took node : bound) {
            Integer promised = node.promised();
            if (promised != null) {
                promises.add(promised);
                kept += node.days() <= promised ? 1 : 0;
            }
        }
        promises.sort(Comparator.naturalOrder());
        return new Stage(
                name,
                days.size(),
                days.get((days.size() - 1) / 2),
                days.get((days.size() - 1) * 9 / 10),
                promises.isEmpty() ? null : promises.get((promises.size() - 1) / 2),
                promises.isEmpty()
                        ? null
                        : BigDecimal.valueOf(kept).divide(BigDecimal.valueOf(promises.size()), MathContext.DECIMAL64));
    }
}

package cn.guatu.workbook;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.security.AccessScope;
import cn.guatu.workbook.rule.Held;
import cn.guatu.workbook.rule.Line;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The part of a plan that somebody may see: the export obeys the same scope as every screen. */
final class Visible {
    private Visible() {}

    static Held of(HeldPlan plan, AccessScope scope) {
        Held all = plan.lines();
        if (scope.isEverything()) {
            return all;
        }
        Predicate<@Nullable String> seesUnit = key -> key != null && scope.seesUnit(id(plan, key));
        Map<Line.PhaseKey, Line.PhaseLine> phases = kept(
                all.phases(),
                phase -> scope.seesPhase(
                        id(plan, phase.lead()),
                        phase.assists().stream()
                                .map(Line.Assist::unit)
                                .filter(Objects::nonNull)
                                .map(unit -> id(plan, unit))
                                .toList(),
                        phase.shares().stream()
                                .map(share -> id(plan, share.street()))
                                .toList()));
        Map<Line.NodeKey, Line.NodeLine> nodes =
                kept(all.nodes(), node -> phases.containsKey(node.key().phase()));
        Map<Line.NodeKey, Line.NodeLine> linked = new LinkedHashMap<>();
        nodes.forEach((key, node) -> linked.put(key, node.withPredecessors(nodes.keySet())));
        Map<Line.RecognitionLine.Key, Line.RecognitionLine> rows =
                kept(all.recognitions(), row -> phases.containsKey(row.key().phase()));
        Map<Line.BlockerLine.Key, Line.BlockerLine> blockers =
                kept(all.blockers(), blocker -> phases.containsKey(blocker.key().phase()));
        Map<Line.AllocationLine.Key, Line.AllocationLine> allocations =
                kept(all.allocations(), each -> seesUnit.test(each.key().unit()));

        Set<String> touched = new HashSet<>();
        nodes.values().stream()
                .map(Line.NodeLine::target)
                .filter(Objects::nonNull)
                .forEach(touched::add);
        rows.keySet().forEach(key -> touched.add(key.target()));
        blockers.values().stream()
                .map(Line.BlockerLine::target)
                .filter(Objects::nonNull)
                .forEach(touched::add);
        allocations.keySet().forEach(key -> touched.add(key.target()));
        all.targets().values().stream()
                .filter(target -> seesUnit.test(target.lead()))
                .forEach(target -> touched.add(target.key()));
        for (String key : List.copyOf(touched)) {
            Line.TargetLine target = all.targets().get(key);
            while (target != null && target.parent() != null) {
                touched.add(target.parent());
                target = all.targets().get(target.parent());
            }
        }
        Map<String, Line.TargetLine> targets = new LinkedHashMap<>();
        all.targets().forEach((key, target) -> {
            if (touched.contains(key)) {
                // The figure of the whole district is not the slice's to see.
                targets.put(
                        key,
                        seesUnit.test(target.lead())
                                ? target
                                : target.with(null).withPlan(java.util.Collections.emptySortedMap()));
            }
        });
        return new Held(
                all.year(),
                all.yearExists(),
                all.units(),
                kept(all.people(), person -> seesUnit.test(person.unit())),
                targets,
                Map.of(),
                Set.of(),
                allocations,
                phases,
                linked,
                rows,
                kept(all.decisions(), decision -> seesUnit.test(decision.lead())),
                blockers);
    }

    private static UnitId id(HeldPlan plan, String key) {
        Unit unit = Objects.requireNonNull(plan.units().get(key));
        return unit.id();
    }

    private static <K, L> Map<K, L> kept(Map<K, L> all, Predicate<L> which) {
        Map<K, L> kept = new LinkedHashMap<>();
        all.forEach((key, line) -> {
            if (which.test(line)) {
                kept.put(key, line);
            }
        });
        return kept;
    }
}

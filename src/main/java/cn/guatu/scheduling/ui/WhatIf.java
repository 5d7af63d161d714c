package cn.guatu.scheduling.ui;

import cn.guatu.project.NodeId;
import cn.guatu.project.PhaseId;
import cn.guatu.project.Rescheduling;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.schedule.Compression;
import cn.guatu.project.schedule.Ripple;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What somebody tries out on a schedule before it is saved: dates and durations, step by step, each of which can be taken back. */
final class WhatIf implements Serializable {

    /** What is wanted after a step. */
    private record Step(Map<NodeId, LocalDate> dates, Map<NodeId, Integer> durations) {}

    /** A try: the plan as it would be, and what moved. */
    record Try(SchedulePlan before, SchedulePlan after, Ripple ripple, Set<PhaseId> phases) {}

    private final transient Deque<Step> steps = new ArrayDeque<>();
    private final transient Map<NodeId, Integer> seen = new HashMap<>();

    boolean isEmpty() {
        return steps.isEmpty();
    }

    int size() {
        return steps.size();
    }

    /** Wants a node on a day. */
    void move(SchedulePlan plan, NodeId node, LocalDate day) {
        Step now = now();
        Map<NodeId, LocalDate> dates = new LinkedHashMap<>(now.dates());
        dates.put(node, day);
        step(plan, new Step(dates, now.durations()));
    }

    /** Wants nodes compressed. */
    void compress(SchedulePlan plan, List<Compression.Cut> cuts) {
        Step now = now();
        Map<NodeId, Integer> durations = new LinkedHashMap<>(now.durations());
        cuts.forEach(cut -> durations.put(cut.node(), cut.to()));
        step(plan, new Step(now.dates(), durations));
    }

    /** Wants every node that is 倒挂 on the first day on which it can be finished. */
    void postpone(SchedulePlan plan) {
        Step now = now();
        Map<NodeId, LocalDate> dates = new LinkedHashMap<>(now.dates());
        plan.outlook().inverted().forEach(late -> dates.put(late.node(), late.earliest()));
        step(plan, new Step(dates, now.durations()));
    }

    private void step(SchedulePlan plan, Step step) {
        if (steps.isEmpty()) {
            seen.clear();
        }
        // What the others are when the trying begins: whoever changes them meanwhile is noticed when it is saved.
        plan.nodes().values().forEach(node -> seen.putIfAbsent(node.id(), node.version()));
        steps.push(step);
    }

    /** Takes the last step back. */
    void undo() {
        steps.poll();
    }

    void clear() {
        steps.clear();
        seen.clear();
    }

    /** Goes on from what others have saved meanwhile. */
    void rebase(SchedulePlan plan) {
        seen.clear();
        plan.nodes().values().forEach(node -> seen.put(node.id(), node.version()));
    }

    private Step now() {
        return Objects.requireNonNullElse(steps.peek(), new Step(Map.of(), Map.of()));
    }

    /** Works out what the steps would do to a plan. */
    Try on(SchedulePlan plan) {
        Step now = now();
        Set<PhaseId> phases = new LinkedHashSet<>();
        now.dates().keySet().forEach(node -> phases.add(phaseOf(plan, node)));
        now.durations().keySet().forEach(node -> phases.add(phaseOf(plan, node)));
        SchedulePlan around = plan.around(phases);
        SchedulePlan shorter = around.lasting(now.durations());
        Ripple ripple = shorter.ripple(now.dates());
        Map<NodeId, LocalDate> dates = new HashMap<>();
        ripple.moves().forEach((node, move) -> dates.put(node, move.becomes()));
        return new Try(around, shorter.with(dates), ripple, phases);
    }

    private static PhaseId phaseOf(SchedulePlan plan, NodeId node) {
        return Objects.requireNonNull(plan.nodes().get(node), "a node of the plan")
                .phase();
    }

    /** What is to be saved. */
    Rescheduling rescheduling(Try tried) {
        Map<NodeId, Integer> durations = now().durations();
        Set<NodeId> nodes = new LinkedHashSet<>(tried.ripple().moves().keySet());
        nodes.addAll(durations.keySet());
        List<Rescheduling.Change> changes = new ArrayList<>();
        for (NodeId node : nodes) {
            changes.add(new Rescheduling.Change(
                    node, seen.getOrDefault(node, 0), tried.after().planned(node), durations.get(node)));
        }
        return new Rescheduling(changes);
    }
}

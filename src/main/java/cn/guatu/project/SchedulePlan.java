package cn.guatu.project;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.project.schedule.Compression;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Outlook;
import cn.guatu.project.schedule.Ripple;
import cn.guatu.project.schedule.Schedule;
import cn.guatu.project.schedule.Task;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The nodes of a year as a schedule (倒排工期), read once: what it answers is arithmetic on what was read, and a what-if changes nothing.
 *
 * @param year the plan year
 * @param today the day it is looked at from
 * @param nodes every node of the year, by phase and in order
 * @param tasks what the schedule knows of each node
 * @param baselines the approved date of each node, or the one that was known first
 * @param stops stops of the clock
 * @param calendar which days are worked
 */
public record SchedulePlan(
        int year,
        LocalDate today,
        Map<NodeId, Node> nodes,
        Map<NodeId, Task> tasks,
        Map<NodeId, LocalDate> baselines,
        Map<NodeId, List<ClockStop>> stops,
        WorkCalendar calendar) {

    /** The nodes of these phases and all that they are tied to, so that a change of one is seen wherever it goes. */
    public SchedulePlan around(Collection<PhaseId> phases) {
        Map<NodeId, Set<NodeId>> neighbours = new HashMap<>();
        tasks.values()
                .forEach(task -> task.predecessors().stream()
                        .filter(tasks::containsKey)
                        .forEach(before -> {
                            neighbours
                                    .computeIfAbsent(task.id(), id -> new HashSet<>())
                                    .add(before);
                            neighbours
                                    .computeIfAbsent(before, id -> new HashSet<>())
                                    .add(task.id());
                        }));
        Set<NodeId> seen = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>();
        nodes.values().stream().filter(node -> phases.contains(node.phase())).forEach(node -> open.add(node.id()));
        while (!open.isEmpty()) {
            NodeId at = open.remove();
            if (seen.add(at)) {
                open.addAll(neighbours.getOrDefault(at, Set.of()));
            }
        }
        Map<NodeId, Node> some = new LinkedHashMap<>(nodes);
        some.keySet().retainAll(seen);
        Map<NodeId, Task> theirs = new LinkedHashMap<>(tasks);
        theirs.keySet().retainAll(seen);
        return new SchedulePlan(year, today, some, theirs, baselines, stops, calendar);
    }

    /** Forward and backward pass: the logic of the plan, whatever is done. */
    public Map<NodeId, NodeTimes> times() {
        return Schedule.of(tasks.values(), calendar).times();
    }

    /** How it will end, seen from today. */
    public Outlook outlook() {
        return Outlook.of(tasks.values(), calendar, today);
    }

    /** What moving these nodes would do to the others. */
    public Ripple ripple(Map<NodeId, LocalDate> wanted) {
        return Ripple.of(tasks.values(), calendar, wanted);
    }

    /** The smallest set of nodes whose compression makes it feasible. */
    public Compression compression() {
        return outlook().compression();
    }

    /** The same plan with other dates: nothing is saved. */
    public SchedulePlan with(Map<NodeId, LocalDate> dates) {
        Map<NodeId, Task> moved = new LinkedHashMap<>(tasks);
        dates.forEach((node, day) -> moved.computeIfPresent(node, (id, task) -> task.plannedOn(day)));
        return new SchedulePlan(year, today, nodes, moved, baselines, stops, calendar);
    }

    /** The same plan with other durations in working days: nothing is saved. */
    public SchedulePlan lasting(Map<NodeId, Integer> durations) {
        Map<NodeId, Task> changed = new LinkedHashMap<>(tasks);
        durations.forEach((node, days) -> changed.computeIfPresent(node, (id, task) -> task.lasting(days)));
        return new SchedulePlan(year, today, nodes, changed, baselines, stops, calendar);
    }

    /** 计划完成 of a node in this plan. */
    public LocalDate planned(NodeId node) {
        Task task = Objects.requireNonNull(tasks.get(node));
        return Objects.requireNonNull(task.planned());
    }

    /** 倒挂 in a sentence with the numbers; empty when the plan can be kept. */
    public String inversionInWords() {
        List<Outlook.Inverted> inverted = outlook().inverted();
        if (inverted.isEmpty()) {
            return "";
        }
        Outlook.Inverted worst = inverted.getFirst();
        return "倒挂 " + worst.workingDays() + " 个工作日：按现有工期，“" + worst.name() + "”最早 " + worst.earliest() + " 完成，晚于要求的 "
                + worst.required() + (inverted.size() > 1 ? "；另有 " + (inverted.size() - 1) + " 个节点倒挂" : "") + "。";
    }
}

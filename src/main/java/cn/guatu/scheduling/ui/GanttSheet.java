package cn.guatu.scheduling.ui;

import cn.guatu.platform.chart.TimelineBar;
import cn.guatu.platform.chart.TimelineData;
import cn.guatu.platform.chart.TimelineGroup;
import cn.guatu.platform.chart.TimelineLink;
import cn.guatu.platform.chart.TimelineNode;
import cn.guatu.platform.chart.TimelineRow;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.LightShape;
import cn.guatu.project.ClockStop;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.schedule.NodeTimes;
import cn.guatu.project.schedule.Outlook;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.ui.LightBadges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schedule as a sheet for the timeline: a phase a row over the district, a node a row within a project. */
final class GanttSheet {

    /** Days of the axis before the first node and after the last, so that its sign and its words are seen whole. */
    private static final int ROOM = 14;

    private final SchedulePlan plan;
    private final Map<NodeId, NodeFigure> figures;
    private final Map<NodeId, NodeTimes> times;
    private final Map<NodeId, LocalDate> ends;
    private final Map<PhaseId, List<Outlook.Inverted>> inverted;
    private final Map<NodeId, Integer> spare = new HashMap<>();
    private final Map<PhaseId, Integer> least = new HashMap<>();
    private final Predicate<Phase> movable;

    GanttSheet(SchedulePlan plan, List<NodeFigure> figures, Predicate<Phase> movable) {
        this.plan = plan;
        this.figures = figures.stream().collect(Collectors.toMap(NodeFigure::id, Function.identity()));
        this.times = plan.times();
        Outlook outlook = plan.outlook();
        this.ends = outlook.ends();
        this.inverted = outlook.inverted().stream()
                .collect(Collectors.groupingBy(each ->
                        Objects.requireNonNull(plan.nodes().get(each.node())).phase()));
        this.movable = movable;
        for (Node node : plan.nodes().values()) {
            NodeTimes when = times.get(node.id());
            LocalDate end = ends.get(node.id());
            if (node.actual() == null && when != null && end != null) {
                int days = plan.calendar().workingDaysBetween(end, when.latestFinish());
                spare.put(node.id(), days);
                least.merge(node.phase(), days, Math::min);
            }
        }
    }

    /** By how many working days a phase is 倒挂; 0 when it is not. */
    int inversion(PhaseId phase) {
        return inverted.getOrDefault(phase, List.of()).stream()
                .mapToInt(Outlook.Inverted::workingDays)
                .max()
                .orElse(0);
    }

    /** A phase a row, under the headings that a function gives. */
    TimelineData district(List<Phase> phases, Function<Phase, String> heading) {
        Map<String, List<Phase>> groups = new LinkedHashMap<>();
        phases.forEach(phase -> groups.computeIfAbsent(heading.apply(phase), name -> new ArrayList<>())
                .add(phase));
        Map<PhaseId, List<Node>> nodes = nodesByPhase();
        List<TimelineGroup> drawn = groups.entrySet().stream()
                .map(group -> new TimelineGroup(
                        group.getKey(),
                        group.getKey(),
                        null,
                        false,
                        group.getValue().stream()
                                .map(phase -> row(phase, nodes.getOrDefault(phase.id(), List.of())))
                                .toList()))
                .toList();
        return sheet(phases.size() + " 个项目", drawn, List.of());
    }

    /** A node a row, a phase a group, with arrows to those that wait. */
    TimelineData project(List<Phase> phases) {
        Map<PhaseId, List<Node>> nodes = nodesByPhase();
        List<TimelineLink> links = new ArrayList<>();
        List<TimelineGroup> groups = new ArrayList<>();
        for (Phase phase : phases) {
            List<Node> own = nodes.getOrDefault(phase.id(), List.of());
            own.forEach(node -> node.predecessors()
                    .forEach(before -> links.add(
                            new TimelineLink(id(before), id(node.id()), isCritical(before) && isCritical(node.id())))));
            int days = inversion(phase.id());
            groups.add(new TimelineGroup(
                    "p" + phase.id().value(),
                    phases.size() > 1 ? phase.name() : "",
                    days > 0 ? "倒挂 " + days + " 个工作日" : own.size() + " 个节点",
                    false,
                    own.stream().map(node -> nodeRow(phase, node)).toList()));
        }
        return sheet("节点", groups, links);
    }

    private TimelineData sheet(String corner, List<TimelineGroup> groups, List<TimelineLink> links) {
        LocalDate from = LocalDate.of(plan.year(), 1, 1);
        LocalDate to = LocalDate.of(plan.year(), 12, 31);
        for (TimelineGroup group : groups) {
            for (TimelineRow row : group.rows()) {
                for (TimelineNode node : row.nodes()) {
                    LocalDate before = node.at().minusDays(ROOM).withDayOfMonth(1);
                    from = node.at().isBefore(from) ? before : from;
                    LocalDate beyond = node.at().plusDays(ROOM);
                    to = beyond.isAfter(to) ? beyond : to;
                }
            }
        }
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> on = new HashSet<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().getValue() > 5;
            if (weekend == plan.calendar().isWorkingDay(day)) {
                (weekend ? on : off).add(day);
            }
        }
        return new TimelineData(from, to, plan.today(), corner, groups, links, off, on);
    }

    private Map<PhaseId, List<Node>> nodesByPhase() {
        return plan.nodes().values().stream()
                .collect(Collectors.groupingBy(Node::phase, HashMap::new, Collectors.toList()));
    }

    private TimelineRow row(Phase phase, List<Node> nodes) {
        Light worst = nodes.stream()
                .map(node -> light(node.id()))
                .max(Comparator.comparingInt(Light::severity))
                .orElse(Light.NOT_DUE);
        List<TimelineBar> bars = new ArrayList<>();
        if (!nodes.isEmpty()) {
            span(nodes, plan.baselines(), TimelineBar.Kind.BASELINE).ifPresent(bars::add);
            Map<NodeId, LocalDate> now = new HashMap<>();
            nodes.forEach(node -> now.put(node.id(), at(node)));
            span(nodes, now, TimelineBar.Kind.FORECAST).ifPresent(bars::add);
        }
        int days = inversion(phase.id());
        long done = nodes.stream().filter(node -> node.actual() != null).count();
        boolean free = movable.test(phase);
        return new TimelineRow(
                "p" + phase.id().value(),
                phase.projectName() + ("一期".equals(phase.name()) ? "" : " " + phase.name()),
                phase.owner() + (phase.leader() == null ? "" : " · " + phase.leader()),
                LightBadges.shape(worst),
                worst.label(),
                days > 0 ? "倒挂 " + days : done + "/" + nodes.size(),
                days > 0 ? "倒挂 " + days + " 个工作日，点击查看压缩建议" : "完成 " + done + " 个节点，共 " + nodes.size() + " 个",
                bars,
                nodes.stream().map(node -> node(node, free)).toList());
    }

    private Optional<TimelineBar> span(List<Node> nodes, Map<NodeId, LocalDate> dates, TimelineBar.Kind kind) {
        List<LocalDate> days = nodes.stream()
                .map(node -> dates.get(node.id()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimelineBar(kind, days.getFirst(), days.getLast(), false));
    }

    private TimelineRow nodeRow(Phase phase, Node node) {
        List<TimelineBar> bars = new ArrayList<>();
        int days = Objects.requireNonNull(plan.tasks().get(node.id())).duration();
        LocalDate baseline = plan.baselines().get(node.id());
        if (baseline != null) {
            bars.add(bar(TimelineBar.Kind.BASELINE, baseline, days, false));
        }
        boolean critical = isCritical(node.id());
        boolean done = node.actual() != null;
        bars.add(bar(done ? TimelineBar.Kind.ACTUAL : TimelineBar.Kind.FORECAST, at(node), days, critical && !done));
        LocalDate end = ends.get(node.id());
        if (!done && end != null && end.isBefore(at(node))) {
            bars.add(new TimelineBar(TimelineBar.Kind.FLOAT, end, at(node), false));
        }
        for (ClockStop stop : plan.stops().getOrDefault(node.id(), List.of())) {
            LocalDate to = stop.to() == null ? plan.today() : stop.to();
            if (!to.isBefore(stop.from())) {
                bars.add(new TimelineBar(TimelineBar.Kind.STOP, stop.from(), to, false));
            }
        }
        Light light = light(node.id());
        String owner = Objects.requireNonNullElse(node.owner(), phase.owner());
        Integer left = spare.get(node.id());
        return new TimelineRow(
                "n" + node.id().value(),
                node.name(),
                owner + " · 工期 " + days + " 天" + (left == null ? "" : " · 余量 " + left + " 天"),
                LightBadges.shape(light),
                light.label(),
                Figures.day(at(node), plan.year()),
                null,
                bars,
                List.of(node(node, movable.test(phase))));
    }

    private TimelineBar bar(TimelineBar.Kind kind, LocalDate finish, int days, boolean critical) {
        LocalDate from = days <= 1 ? finish : plan.calendar().plusWorkingDays(finish, -(days - 1));
        return new TimelineBar(kind, from, finish, critical);
    }

    private TimelineNode node(Node node, boolean free) {
        NodeFigure figure = figures.get(node.id());
        Light light = light(node.id());
        LocalDate baseline = plan.baselines().get(node.id());
        boolean done = node.actual() != null;
        String counts = figure == null || figure.quantity() == null ? null : Figures.number(figure.quantity());
        return new TimelineNode(
                id(node.id()),
                node.name(),
                at(node),
                baseline,
                shape(light),
                light.label(),
                !done && isCritical(node.id()),
                free && !done,
                counts,
                figure == null ? null : figure.lightReason());
    }

    private static LightShape shape(Light light) {
        return LightBadges.shape(light);
    }

    /** Where a node stands: where it was done, else where it is planned. */
    private LocalDate at(Node node) {
        return node.actual() == null ? plan.planned(node.id()) : node.actual();
    }

    /** The open nodes of a phase that have least to spare, seen from today: the path that decides when it ends. */
    private boolean isCritical(NodeId node) {
        Integer days = spare.get(node);
        Node held = plan.nodes().get(node);
        return days != null && held != null && days.equals(least.get(held.phase()));
    }

    private Light light(NodeId node) {
        @Nullable NodeFigure figure = figures.get(node);
        return figure == null ? Light.NOT_DUE : figure.light();
    }

    static String id(NodeId node) {
        return String.valueOf(node.value());
    }
}

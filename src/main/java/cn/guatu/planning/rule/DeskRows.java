package cn.guatu.planning.rule;

import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import cn.guatu.target.TargetVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tree of the desk: targets with their 其中, the phases that serve them, and the nodes of these. */
public final class DeskRows {

    /** What an unsplit project's phase is called (rulings). */
    public static final String ONLY_PHASE = "一期";

    private final Breakdown plan;
    private final Names names;
    private final Map<TargetId, List<Target>> parts = new HashMap<>();
    private final Map<TargetId, Map<PhaseId, List<Node>>> serving = new HashMap<>();
    private final Map<PhaseId, List<Node>> loose = new HashMap<>();
    private final Map<NodeId, Node> nodes = new HashMap<>();
    private final Map<PhaseId, Phase> phases = new LinkedHashMap<>();
    private final Set<PhaseId> shown = new HashSet<>();
    private final List<DeskRow> rows = new ArrayList<>();

    private DeskRows(Breakdown plan) {
        this.plan = plan;
        this.names = new Names(plan);
        plan.phases().forEach(phase -> phases.put(phase.id(), phase));
        Set<TargetId> known = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
        for (Target target : plan.targets()) {
            if (target.parent() != null && known.contains(target.parent())) {
                parts.computeIfAbsent(target.parent(), id -> new ArrayList<>()).add(target);
            }
        }
        for (Node node : plan.nodes()) {
            nodes.put(node.id(), node);
            if (node.target() != null && known.contains(node.target())) {
                serving.computeIfAbsent(node.target(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(node.phase(), id -> new ArrayList<>())
                        .add(node);
            } else {
                loose.computeIfAbsent(node.phase(), id -> new ArrayList<>()).add(node);
            }
        }
    }

    /** The rows from top to bottom. */
    public static List<DeskRow> of(Breakdown plan) {
        DeskRows made = new DeskRows(plan);
        Set<TargetId> known = plan.targets().stream().map(Target::id).collect(Collectors.toSet());
        for (Target target : plan.targets()) {
            if (target.parent() == null || !known.contains(target.parent())) {
                made.target(target, null, 0);
            }
        }
        made.withoutTarget();
        return made.rows;
    }

    private void target(Target target, @Nullable String parent, int level) {
        String key = DeskRow.key(target.id());
        TargetVersion value = plan.values().get(target.id());
        Map<DeskColumn, String> cells = new EnumMap<>(DeskColumn.class);
        cells.put(DeskColumn.NAME, target.name());
        cells.put(DeskColumn.CODE, target.code());
        cells.put(DeskColumn.UNIT, target.unit());
        cells.put(DeskColumn.LEAD, names.unit(target.lead()));
        cells.put(DeskColumn.LEADER, Objects.requireNonNullElse(target.leader(), ""));
        cells.put(
                DeskColumn.QUANTITY,
                value == null ? "" : Written.quantity(value.value(), target.unit(), value.approx()));
        rows.add(new DeskRow(
                key,
                parent,
                DeskRow.Kind.TARGET,
                target.id(),
                null,
                null,
                level,
                target.unit(),
                target.version(),
                cells,
                Map.of()));
        parts.getOrDefault(target.id(), List.of()).forEach(part -> target(part, key, level + 1));
        Map<PhaseId, List<Node>> here = serving.getOrDefault(target.id(), Map.of());
        for (Phase phase : phases.values()) {
            List<Node> counted = here.get(phase.id());
            if (counted != null) {
                List<Node> shownHere = new ArrayList<>(counted);
                if (shown.add(phase.id())) {
                    shownHere.addAll(loose.getOrDefault(phase.id(), List.of()));
                }
                phase(phase, target, key, level + 1, counted, shownHere);
            }
        }
    }

    private void withoutTarget() {
        List<Phase> left = phases.values().stream()
                .filter(phase -> !shown.contains(phase.id()))
                .toList();
        if (left.isEmpty()) {
            return;
        }
        rows.add(new DeskRow(
                DeskRow.LOOSE_KEY,
                null,
                DeskRow.Kind.LOOSE,
                null,
                null,
                null,
                0,
                "",
                0,
                Map.of(DeskColumn.NAME, "未挂指标的项目"),
                Map.of()));
        for (Phase phase : left) {
            List<Node> own = loose.getOrDefault(phase.id(), List.of());
            phase(phase, null, DeskRow.LOOSE_KEY, 1, own, own);
        }
    }

    private void phase(
            Phase phase, @Nullable Target target, String parent, int level, List<Node> counted, List<Node> shownHere) {
        TargetId under = target == null ? null : target.id();
        String unit = target == null ? "" : target.unit();
        String key = DeskRow.key(phase.id(), under);
        Map<DeskColumn, String> cells = new EnumMap<>(DeskColumn.class);
        cells.put(DeskColumn.NAME, phase.projectName());
        cells.put(DeskColumn.CODE, phase.projectCode());
        cells.put(DeskColumn.PHASE, phase.name().equals(ONLY_PHASE) ? "" : phase.name());
        cells.put(DeskColumn.STREET, Written.shares(phase.shares(), names));
        cells.put(DeskColumn.LEAD, names.unit(phase.lead()));
        cells.put(DeskColumn.LEADER, Objects.requireNonNullElse(phase.leader(), ""));
        cells.put(DeskColumn.OWNER, phase.owner());
        if (target != null) {
            boolean any = counted.stream().anyMatch(node -> node.quantity() != null);
            BigDecimal sum = counted.stream()
                    .map(Node::quantity)
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            cells.put(
                    DeskColumn.QUANTITY,
                    any ? Written.quantity(sum, unit, counted.stream().anyMatch(Node::approx)) : "");
        }
        cells.put(
                DeskColumn.DUE,
                counted.stream()
                        .filter(node -> !plan.undated().contains(node.id()))
                        .map(Node::planned)
                        .max(Comparator.naturalOrder())
                        .map(LocalDate::toString)
                        .orElse(""));
        rows.add(new DeskRow(
                key,
                parent,
                DeskRow.Kind.PHASE,
                under,
                phase.id(),
                null,
                level,
                unit,
                phase.version(),
                cells,
                Map.of()));
        shownHere.stream()
                .sorted(Comparator.comparingInt(Node::sortOrder)
                        .thenComparing(node -> node.id().value()))
                .forEach(node -> node(node, phase, target, key, level + 1));
    }

    private void node(Node node, Phase phase, @Nullable Target under, String parent, int level) {
        Map<DeskColumn, String> cells = new EnumMap<>(DeskColumn.class);
        Map<DeskColumn, String> quiet = new EnumMap<>(DeskColumn.class);
        String unit = node.target() == null || under == null ? "" : under.unit();
        cells.put(DeskColumn.NAME, node.name());
        cells.put(DeskColumn.OWNER, Objects.requireNonNullElse(node.owner(), ""));
        quiet.put(DeskColumn.OWNER, phase.owner());
        cells.put(DeskColumn.QUANTITY, Written.quantity(node.quantity(), unit, node.approx()));
        cells.put(
                DeskColumn.DUE,
                plan.undated().contains(node.id()) ? "" : node.planned().toString());
        cells.put(DeskColumn.DURATION, node.durationDays() == null ? "" : String.valueOf(node.durationDays()));
        cells.put(
                DeskColumn.WAITS,
                node.predecessors().stream()
                        .map(nodes::get)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingInt(Node::sortOrder))
                        .map(waited -> waited.phase().equals(node.phase()) ? waited.name() : address(waited))
                        .collect(Collectors.joining(";")));
        rows.add(new DeskRow(
                DeskRow.key(node.id()),
                parent,
                DeskRow.Kind.NODE,
                node.target(),
                phase.id(),
                node.id(),
                level,
                unit,
                node.version(),
                cells,
                quiet));
    }

    private String address(Node node) {
        Phase phase = phases.get(node.phase());
        return phase == null ? node.name() : phase.projectCode() + "/" + phase.name() + "/" + node.name();
    }
}

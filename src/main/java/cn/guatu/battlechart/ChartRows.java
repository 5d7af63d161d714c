package cn.guatu.battlechart;

import cn.guatu.battlechart.BattleChart.Group;
import cn.guatu.battlechart.BattleChart.Mark;
import cn.guatu.battlechart.BattleChart.Recognised;
import cn.guatu.battlechart.BattleChart.Row;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts phases and their lit nodes into rows, and rows into groups: worst first within a group, groups in the order of their units. */
final class ChartRows {

    private static final String NONE = "未明确";

    private final int year;
    private final Map<UnitId, Unit> units;
    private final Map<TargetId, Target> targets;
    private final Map<String, Target> targetsByCode;
    private final Map<String, List<NodeFigure>> nodes;
    private final Map<PhaseId, Map<TargetId, BigDecimal>> recognised;

    /**
     * @param nodes by {@link #key}
     * @param recognised by phase, then target
     */
    ChartRows(
            int year,
            Map<UnitId, Unit> units,
            List<Target> targets,
            Map<String, List<NodeFigure>> nodes,
            Map<PhaseId, Map<TargetId, BigDecimal>> recognised) {
        this.year = year;
        this.units = units;
        this.targets = targets.stream()
                .collect(Collectors.toMap(Target::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        this.targetsByCode = targets.stream().collect(Collectors.toMap(Target::code, Function.identity()));
        this.nodes = nodes;
        this.recognised = recognised;
    }

    /** What nodes are found by: they name their phase in words. */
    static String key(String project, String phase) {
        return project + "\n" + phase;
    }

    List<Group> groups(List<Phase> phases, Grouping by, ChartFilter filter) {
        Set<String> split =
                phases.stream()
                        .collect(Collectors.groupingBy(Phase::projectCode, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(each -> each.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        Map<Place, List<Row>> groups = new TreeMap<>();
        for (Phase phase : phases) {
            List<NodeFigure> own = nodes.getOrDefault(key(phase.projectCode(), phase.name()), List.of());
            Row row = row(phase, own, split.contains(phase.projectCode()));
            if (filter.admits(row) && names(own, filter.target())) {
                places(phase, own, by, filter)
                        .forEach(place -> groups.computeIfAbsent(place, each -> new ArrayList<>())
                                .add(row));
            }
        }
        List<Group> result = new ArrayList<>();
        groups.forEach((place, rows) -> {
            rows.sort(Comparator.comparingInt((Row row) -> row.light().severity())
                    .reversed()
                    .thenComparing(Row::project)
                    .thenComparing(Row::phase));
            result.add(new Group(place.name(), rows));
        });
        return result;
    }

    /** Where a group stands: by the order of its unit or target, then by name. */
    private record Place(int rank, String name) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::rank)
                    .thenComparing(Place::name)
                    .compare(this, other);
        }
    }

    private static boolean names(List<NodeFigure> nodes, @Nullable String target) {
        return target == null || nodes.stream().anyMatch(node -> target.equals(node.targetCode()));
    }

    private List<Place> places(Phase phase, List<NodeFigure> own, Grouping by, ChartFilter filter) {
        return switch (by) {
            case STREET ->
                phase.shares().stream()
                        .map(share -> place(share.street()))
                        .filter(place ->
                                filter.street() == null || filter.street().equals(place.name()))
                        .toList();
            case DEPARTMENT -> List.of(place(phase.lead()));
            case LEADER -> List.of(phase.leader() == null ? new Place(1, NONE) : new Place(0, phase.leader()));
            case TARGET -> targetPlaces(own, filter);
        };
    }

    private List<Place> targetPlaces(List<NodeFigure> own, ChartFilter filter) {
        List<Place> places = own.stream()
                .map(NodeFigure::targetCode)
                .filter(Objects::nonNull)
                .filter(code -> filter.target() == null || filter.target().equals(code))
                .distinct()
                .map(targetsByCode::get)
                .filter(Objects::nonNull)
                .map(target -> new Place(target.sortOrder(), target.name()))
                .toList();
        return places.isEmpty() ? List.of(new Place(Integer.MAX_VALUE, "不直接计入指标")) : places;
    }

    private Place place(UnitId id) {
        Unit unit = units.get(id);
        if (unit == null) {
            return new Place(Integer.MAX_VALUE, NONE);
        }
        return new Place(Objects.requireNonNullElse(unit.sortOrder(), Integer.MAX_VALUE - 1), unit.name());
    }

    private Row row(Phase phase, List<NodeFigure> own, boolean split) {
        List<Mark> marks = own.stream()
                .map(ChartRows::mark)
                .sorted(Comparator.comparing(Mark::at).thenComparing(Mark::id))
                .toList();
        return new Row(
                phase.projectCode(),
                phase.name(),
                split ? phase.projectName() + " " + phase.name() : phase.projectName(),
                phase.nature().label(),
                place(phase.lead()).name(),
                phase.leader(),
                phase.owner(),
                phase.shares().stream()
                        .map(share -> place(share.street()).name())
                        .toList(),
                light(own),
                starts(phase, own),
                own.stream()
                        .map(NodeFigure::planned)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                marks.isEmpty() ? null : marks.getLast().at(),
                quantities(phase, own),
                marks);
    }

    /** The worst of what is still open; a phase whose nodes are all done is done. */
    private static Light light(List<NodeFigure> own) {
        if (own.isEmpty()) {
            return Light.NOT_DUE;
        }
        return own.stream()
                .filter(node -> node.actual() == null)
                .map(NodeFigure::light)
                .reduce(Light::worse)
                .orElse(Light.DONE);
    }

    private LocalDate starts(Phase phase, List<NodeFigure> own) {
        if (phase.startsOn() != null) {
            return phase.startsOn();
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        return own.stream()
                .flatMap(node -> Stream.of(node.planned(), at(node)))
                .filter(day -> day.isBefore(first))
                .min(Comparator.naturalOrder())
                .orElse(first);
    }

    private static LocalDate at(NodeFigure node) {
        LocalDate actual = node.actual();
        LocalDate forecast = node.forecast();
        return actual != null ? actual : forecast != null ? forecast : node.planned();
    }

    private static Mark mark(NodeFigure node) {
        return new Mark(
                node.id().value(),
                node.node(),
                node.planned(),
                at(node),
                node.actual() != null,
                node.light(),
                node.lightReason(),
                node.daysLate(),
                node.critical(),
                node.owner());
    }

    /** Recognised over planned on nodes, for every target that the phase has to do with and that adds up. */
    private List<Recognised> quantities(Phase phase, List<NodeFigure> own) {
        Map<TargetId, BigDecimal> done = recognised.getOrDefault(phase.id(), Map.of());
        Map<String, BigDecimal> planned = new LinkedHashMap<>();
        for (NodeFigure node : own) {
            if (node.targetCode() != null && node.quantity() != null) {
                planned.merge(node.targetCode(), node.quantity(), BigDecimal::add);
            }
        }
        List<Recognised> lines = new ArrayList<>();
        for (Target target : targets.values()) {
            BigDecimal quantity = done.get(target.id());
            BigDecimal plan = planned.get(target.code());
            if (quantity != null || plan != null) {
                String text = plain(quantity == null ? BigDecimal.ZERO : quantity)
                        + (plan == null ? "" : "/" + plain(plan))
                        + " "
                        + target.unit();
                lines.add(new Recognised(target.code(), target.name(), text));
            }
        }
        return lines;
    }

    private static String plain(BigDecimal number) {
        BigDecimal shown = number.setScale(2, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
    }
}

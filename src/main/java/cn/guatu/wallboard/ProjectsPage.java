package cn.guatu.wallboard;

import cn.guatu.project.Phase;
import cn.guatu.project.ProjectService;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 项目: one phase after the other that is latest, with its nodes in time and what blocks it. */
@Component
class ProjectsPage implements WallPage {

    @Override
    public String kind() {
        return "PROJECTS";
    }

    @Override
    public String label() {
        return "项目聚焦";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public int usualDwell() {
        return 40;
    }

    @Override
    public boolean readsMore() {
        return true;
    }

    private static final int SHOWN = 8;
    private static final int BLOCKERS_SHOWN = 2;

    /** The phases that are latest, worst first. */
    record Spotlight(LocalDate from, LocalDate until, List<Item> projects) {}

    /** A phase; {@code light} is the worst of its open nodes. */
    record Item(
            String project,
            String phase,
            String department,
            @Nullable String leader,
            String owner,
            List<String> streets,
            String light,
            String word,
            int daysLate,
            int done,
            List<Mark> nodes,
            List<Trouble> blockers) {}

    /** A node; {@code recognised} and {@code quantity} in the unit of its target, null without. */
    record Mark(
            String name,
            LocalDate planned,
            @Nullable LocalDate actual,
            int daysLate,
            String light,
            String word,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal recognised) {}

    /** What holds it up. */
    record Trouble(String problem, String responsible, long days) {}

    private final ProjectService projects;
    private final BlockerService blockers;

    ProjectsPage(ProjectService projects, BlockerService blockers) {
        this.projects = projects;
        this.blockers = blockers;
    }

    @Override
    public Object slice(PageFacts facts) {
        Map<String, List<NodeFigure>> byPhase = facts.figures().nodes().stream()
                .collect(Collectors.groupingBy(ProjectsPage::key, LinkedHashMap::new, Collectors.toList()));
        Map<String, Phase> phases = projects.phases(facts.year()).stream()
                .collect(Collectors.toMap(
                        phase -> phase.projectCode() + "/" + phase.name(), Function.identity(), (one, other) -> one));
        Map<Long, List<Blocker>> troubles = blockers.all(facts.year()).stream()
                .filter(Blocker::isOpen)
                .collect(Collectors.groupingBy(blocker -> blocker.phase().value()));
        List<Item> items = byPhase.entrySet().stream()
                .filter(each -> worst(each.getValue()) > 0)
                .sorted(Comparator.<Map.Entry<String, List<NodeFigure>>>comparingInt(each -> -worst(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(each -> item(
                        each.getValue(),
                        phases.get(each.getKey()),
                        troubles,
                        facts.asOf().date()))
                .toList();
        return new Spotlight(LocalDate.of(facts.year(), 1, 1), LocalDate.of(facts.year(), 12, 31), items);
    }

    private static Item item(
            List<NodeFigure> nodes, @Nullable Phase phase, Map<Long, List<Blocker>> troubles, LocalDate day) {
        NodeFigure first = nodes.getFirst();
        Light light = nodes.stream()
                .filter(node -> node.actual() == null)
                .map(NodeFigure::light)
                .min(Comparator.comparingInt(BoardAssembler::severity))
                .orElse(Light.NOT_DUE);
        List<Blocker> open =
                phase == null ? List.of() : troubles.getOrDefault(phase.id().value(), List.of());
        return new Item(
                first.projectName(),
                first.phase(),
                first.leadDepartment(),
                phase == null ? null : phase.leader(),
                phase == null ? first.owner() : phase.owner(),
                first.streets(),
                light.name(),
                light.label(),
                worst(nodes),
                (int) nodes.stream().filter(node -> node.actual() != null).count(),
                nodes.stream().map(ProjectsPage::mark).toList(),
                open.stream()
                        .sorted(Comparator.comparing(Blocker::raisedOn))
                        .limit(BLOCKERS_SHOWN)
                        .map(each -> new Trouble(each.problem(), each.responsible(), each.daysHeld(day)))
                        .toList());
    }

    private static Mark mark(NodeFigure node) {
        return new Mark(
                node.node(),
                node.planned(),
                node.actual(),
                node.daysLate(),
                node.light().name(),
                node.light().label(),
                node.quantity(),
                node.recognised());
    }

    private static int worst(List<NodeFigure> nodes) {
        return nodes.stream()
                .filter(node -> node.actual() == null)
                .mapToInt(NodeFigure::daysLate)
                .max()
                .orElse(0);
    }

    private static String key(NodeFigure node) {
        return node.project() + "/" + node.phase();
    }
}

package cn.guatu.rollup.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageState;
import cn.guatu.project.Phase;
import cn.guatu.project.PlanNature;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 项目: the phases of the year, one line each, with the worst light of their nodes. */
@Route("projects")
@PageTitle("项目")
@PermitAll
@Menu(title = "项目", order = 11, icon = "vaadin:cubes")
class ProjectsView extends DeskPage {

    private static final String NATURE = "nature";
    private static final List<Light> LIGHTS =
            List.of(Light.RED, Light.ORANGE, Light.DUE_SOON, Light.YELLOW, Light.GREEN, Light.NOT_DUE);

    /** A phase as the list shows it: words and dates only. */
    private record Line(
            String code,
            String name,
            String phase,
            String category,
            PlanNature nature,
            String lead,
            String leader,
            String owner,
            List<String> streets,
            Light light,
            String reason,
            int done,
            int nodes,
            int late,
            @Nullable String next,
            @Nullable LocalDate nextOn) {}

    ProjectsView(Desk desk) {
        super("项目", desk);
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        List<Line> all = lines(showing);
        List<Line> shown = filtered(all, showing.state());
        filters(filterBar(showing, all));
        if (all.isEmpty()) {
            body(new EmptyState(
                    showing.year() + " 年在您的数据范围内还没有项目。",
                    desk().user().has(Permission.IMPORT) ? next("import", "导入年度计划") : new Anchor("", "回到首页")));
        } else if (shown.isEmpty()) {
            body(new EmptyState(
                    "没有符合筛选条件的项目。",
                    new Button("清除筛选", click -> cleared(showing.state()).go())));
        } else {
            body(table(showing, shown));
        }
    }

    private Grid<Line> table(Showing showing, List<Line> shown) {
        int year = showing.year();
        Grid<Line> grid = new Grid<>();
        grid.addColumn(Cells.<Line>link(line -> Addresses.project(line.code(), year), Line::name, Line::phase))
                .setHeader("项目 · 分期")
                .setComparator(Line::name)
                .setFrozen(true)
                .setWidth("240px");
        grid.addColumn(Line::code)
                .setHeader("编码")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Line>of(
                                "<guatu-light shape=\"${item.shape}\" word=\"${item.word}\" title=\"${item.reason}\"></guatu-light>")
                        .withProperty(
                                "shape", line -> LightBadges.shape(line.light()).attribute())
                        .withProperty("word", line -> line.light().label())
                        .withProperty("reason", Line::reason))
                .setHeader("最差节点")
                .setComparator(line -> line.light().severity())
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.done() + " / " + line.nodes())
                .setHeader("节点完成")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.late() == 0 ? "" : String.valueOf(line.late()))
                .setHeader("逾期")
                .setComparator(Line::late)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.next() == null ? "" : Figures.day(line.nextOn(), year) + " " + line.next())
                .setHeader("下一节点")
                .setComparator(Comparator.comparing(Line::nextOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .setWidth("220px");
        grid.addColumn(line -> String.join("、", line.streets()))
                .setHeader("街道")
                .setSortable(true)
                .setWidth("130px");
        grid.addColumn(Line::lead).setHeader("牵头科室").setSortable(true).setWidth("140px");
        grid.addColumn(Line::leader)
                .setHeader("责任领导")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(Line::owner)
                .setHeader("责任人")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(Line::category)
                .setHeader("类别")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.nature().label())
                .setHeader("计划性质")
                .setSortable(true)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.setItems(SoftRows.of(shown, () -> filtered(lines(showing), showing.state())));
        Cells.quiet(grid);
        return grid;
    }

    private Component[] filterBar(Showing showing, List<Line> all) {
        PageState state = showing.state();
        List<Component> bar = new ArrayList<>();
        for (Light light : LIGHTS) {
            long count = all.stream().filter(line -> line.light() == light).count();
            if (count > 0 || state.list(PageState.LIGHT).contains(light.name())) {
                bar.add(Filters.light(state, light, count));
            }
        }
        bar.add(Filters.choice(state, PageState.STREET, "全部街道", desk().streets(showing.scope())));
        bar.add(Filters.choice(state, PageState.DEPARTMENT, "全部科室", desk().departments(showing.scope())));
        bar.add(Filters.choice(
                state,
                NATURE,
                "全部性质",
                Arrays.stream(PlanNature.values()).map(PlanNature::label).toList()));
        bar.add(search("搜索编码、名称、责任人"));
        if (!cleared(state).equals(state)) {
            bar.add(new Chip("清除筛选", false, () -> cleared(state).go()));
        }
        return bar.toArray(Component[]::new);
    }

    private static PageState cleared(PageState state) {
        return state.with(PageState.LIGHT, null)
                .with(PageState.STREET, null)
                .with(PageState.DEPARTMENT, null)
                .with(NATURE, null)
                .with(PageState.TEXT, null);
    }

    private static List<Line> filtered(List<Line> all, PageState state) {
        Set<String> lights = state.list(PageState.LIGHT);
        @Nullable String street = state.get(PageState.STREET);
        @Nullable String department = state.get(PageState.DEPARTMENT);
        @Nullable String nature = state.get(NATURE);
        return all.stream()
                .filter(line -> lights.isEmpty() || lights.contains(line.light().name()))
                .filter(line -> street == null || line.streets().contains(street))
                .filter(line -> department == null || department.equals(line.lead()))
                .filter(line -> nature == null || nature.equals(line.nature().label()))
                .filter(line -> Filters.matches(
                        state.text(), line.code(), line.name(), line.phase(), line.owner(), line.leader()))
                .toList();
    }

    private List<Line> lines(Showing showing) {
        Map<UnitId, Unit> units = desk().units();
        Map<String, List<NodeFigure>> nodes = new LinkedHashMap<>();
        desk().rollup()
                .nodes(showing.year(), NodeState.ALL, showing.asOf(), showing.scope())
                .forEach(node -> nodes.computeIfAbsent(key(node.project(), node.phase()), key -> new ArrayList<>())
                        .add(node));
        return desk().phases(showing.year(), showing.scope()).stream()
                .map(phase -> line(phase, nodes.getOrDefault(key(phase.projectCode(), phase.name()), List.of()), units))
                .toList();
    }

    private static Line line(Phase phase, List<NodeFigure> nodes, Map<UnitId, Unit> units) {
        @Nullable
        NodeFigure worst = nodes.stream()
                .max(Comparator.comparingInt(node -> node.light().severity()))
                .orElse(null);
        @Nullable
        NodeFigure next = nodes.stream()
                .filter(node -> node.actual() == null)
                .min(Comparator.comparing(NodeFigure::planned))
                .orElse(null);
        return new Line(
                phase.projectCode(),
                phase.projectName(),
                phase.name(),
                phase.category().label(),
                phase.nature(),
                name(units, phase.lead()),
                Objects.requireNonNullElse(phase.leader(), ""),
                phase.owner(),
                phase.shares().stream()
                        .map(share -> name(units, share.street()))
                        .collect(Collectors.toList()),
                worst == null ? Light.NOT_DUE : worst.light(),
                worst == null ? "没有节点" : worst.node() + ":" + worst.lightReason(),
                (int) nodes.stream().filter(node -> node.actual() != null).count(),
                nodes.size(),
                (int) nodes.stream()
                        .filter(node -> node.actual() == null && node.daysLate() > 0)
                        .count(),
                next == null ? null : next.node(),
                next == null ? null : next.planned());
    }

    static String name(Map<UnitId, Unit> units, UnitId id) {
        Unit unit = units.get(id);
        return unit == null ? Figures.NONE : unit.name();
    }

    private static String key(String code, String phase) {
        return code + "\u0000" + phase;
    }
}

package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 节点: what is late and what is due, latest first. */
@Route("nodes")
@PageTitle("节点")
@PermitAll
@Menu(title = "节点", order = 12, icon = "vaadin:flag")
class NodesView extends DeskPage {

    private static final String STATE = "state";
    private static final String MINE = "mine";
    private static final List<Light> LIGHTS =
            List.of(Light.RED, Light.ORANGE, Light.DUE_SOON, Light.YELLOW, Light.GREEN, Light.NOT_DUE);
    private static final Map<NodeState, String> STATES = new EnumMap<>(Map.of(
            NodeState.LATE,
            "逾期",
            NodeState.DUE,
            "两周内到期",
            NodeState.OPEN,
            "未完成",
            NodeState.DONE,
            "已完成",
            NodeState.ALL,
            "全部"));

    NodesView(Desk desk) {
        super("节点", desk);
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        NodeState asked = state(showing.state());
        List<NodeFigure> all = desk().rollup().nodes(showing.year(), asked, showing.asOf(), showing.scope());
        List<NodeFigure> shown = filtered(all, showing.state());
        filters(filterBar(showing, asked, all));
        if (shown.isEmpty()) {
            body(new EmptyState(
                    asked == NodeState.LATE && all.isEmpty() ? "没有逾期的节点。" : "没有符合条件的节点。",
                    new Anchor("nodes?state=ALL&year=" + showing.year(), "看全部节点")));
            return;
        }
        NodeTable table = new NodeTable(showing.year(), true);
        table.setItems(SoftRows.of(
                shown,
                () -> filtered(
                        desk().rollup().nodes(showing.year(), asked, showing.asOf(), showing.scope()),
                        showing.state())));
        body(table);
    }

    private Component[] filterBar(Showing showing, NodeState asked, List<NodeFigure> all) {
        PageState state = showing.state();
        List<Component> bar = new ArrayList<>();
        for (NodeState each : List.of(NodeState.LATE, NodeState.DUE, NodeState.OPEN, NodeState.DONE, NodeState.ALL)) {
            bar.add(new Chip(
                    String.valueOf(STATES.get(each)),
                    each == asked,
                    () -> state.with(STATE, each.name())
                            .with(PageState.LIGHT, null)
                            .go()));
        }
        bar.add(new Chip(
                "我的",
                state.get(MINE) != null,
                () -> state.with(MINE, state.get(MINE) == null ? "1" : null).go()));
        for (Light light : LIGHTS) {
            long count = all.stream().filter(node -> node.light() == light).count();
            boolean on = state.list(PageState.LIGHT).contains(light.name());
            if (count > 0 || on) {
                bar.add(Filters.light(state, light, count));
            }
        }
        bar.add(Filters.choice(state, PageState.STREET, "全部街道", desk().streets(showing.scope())));
        bar.add(Filters.choice(state, PageState.DEPARTMENT, "全部科室", desk().departments(showing.scope())));
        bar.add(search("搜索项目、节点、责任人"));
        return bar.toArray(Component[]::new);
    }

    private List<NodeFigure> filtered(List<NodeFigure> all, PageState state) {
        Set<String> lights = state.list(PageState.LIGHT);
        @Nullable String street = state.get(PageState.STREET);
        @Nullable String department = state.get(PageState.DEPARTMENT);
        @Nullable String mine = state.get(MINE) == null ? null : desk().user().displayName();
        return all.stream()
                .filter(node -> lights.isEmpty() || lights.contains(node.light().name()))
                .filter(node -> street == null || node.streets().contains(street))
                .filter(node -> department == null || department.equals(node.leadDepartment()))
                .filter(node -> mine == null || mine.equals(node.owner()))
                .filter(node -> Filters.matches(
                        state.text(), node.project(), node.projectName(), node.phase(), node.node(), node.owner()))
                .sorted(Comparator.comparingInt(NodeFigure::daysLate)
                        .reversed()
                        .thenComparing(NodeFigure::planned)
                        .thenComparing(node -> node.id().value()))
                .toList();
    }

    private static NodeState state(PageState state) {
        String word = state.get(STATE);
        for (NodeState each : NodeState.values()) {
            if (each.name().equals(word)) {
                return each;
            }
        }
        return NodeState.LATE;
    }
}

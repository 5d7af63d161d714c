package cn.guatu.rollup.ui;

import cn.guatu.platform.chart.ApexChart;
import cn.guatu.platform.chart.Series;
import cn.guatu.platform.chart.XAxis;
import cn.guatu.platform.chart.YAxis;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PagePart;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.TrendPoint;
import cn.guatu.rollup.UnitSummary;
import cn.guatu.security.Permission;
import cn.guatu.security.Role;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * 首页: what must I do? The bureau sees where to push, worst first; a department and a street see their own slice; an officer sees his
 * nodes first; an administrator also sees what the system still needs.
 */
@Route("")
@PageTitle("首页")
@PermitAll
@Menu(title = "首页", order = 0, icon = "vaadin:home")
class HomeView extends DeskPage {

    private static final int WORST = 8;
    private static final List<Light> COUNTED =
            List.of(Light.RED, Light.ORANGE, Light.YELLOW, Light.GREEN, Light.DONE, Light.GREY, Light.NOT_DUE);

    private final transient ObjectProvider<PagePart> parts;

    HomeView(Desk desk, ObjectProvider<PagePart> parts) {
        super("首页", desk);
        this.parts = parts;
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        List<TargetFigure> targets = desk().rollup().targets(showing.year(), showing.asOf(), showing.scope());
        Div cards = new Div();
        cards.addClassName("guatu-cards");
        parts.orderedStream()
                .filter(part -> part.page().isEmpty())
                .forEach(part -> part.create(showing.year(), "")
                        .ifPresent(content -> cards.add(card("wide", new H2(part.title()), content))));
        Set<Role> roles = desk().user().roles();
        if (roles.contains(Role.ADMIN)) {
            cards.add(nextSteps(showing, targets));
        }
        if (roles.contains(Role.OFFICER)) {
            cards.add(myNodes(showing));
        }
        if (targets.isEmpty()) {
            Anchor next = desk().user().has(Permission.PLAN)
                    ? new Anchor("breakdown/" + showing.year(), "到分解台分解指标")
                    : new Anchor("plan", "看一张表");
            cards.add(card("wide", new EmptyState(showing.year() + " 年在您的数据范围内还没有指标。", next)));
            body(cards);
            return;
        }
        cards.add(overall(showing, targets), trend(showing), worstTargets(showing, targets), lateNodes(showing));
        if (showing.scope().isEverything()) {
            cards.add(units(showing, By.STREET), units(showing, By.DEPARTMENT));
        }
        body(cards);
    }

    private Component overall(Showing showing, List<TargetFigure> targets) {
        UnitSummary summary = desk().rollup()
                .summary(showing.year(), null, showing.asOf(), showing.scope())
                .getFirst();
        Div lights = new Div();
        lights.addClassName("guatu-figure-row");
        Map<Light, Long> counts = new EnumMap<>(Light.class);
        targets.forEach(each -> counts.merge(each.light(), 1L, Long::sum));
        for (Light light : COUNTED) {
            Long count = counts.get(light);
            if (count != null) {
                Anchor anchor = new Anchor("plan?year=" + showing.year() + "&light=" + light.name());
                anchor.add(LightBadges.of(light, "看这些指标"), new Span(" " + count));
                lights.add(anchor);
            }
        }
        lights.getStyle().set("margin-top", "12px");
        return card("", heading("综合完成率", "每项最多计 100%"), Overall.of(summary, () -> explain("", null, null)), lights);
    }

    private Component trend(Showing showing) {
        List<TrendPoint> points = desk().rollup().trend(showing.year(), showing.asOf(), showing.scope());
        ApexChart chart = new ApexChart()
                .withXAxis(new XAxis(
                        points.stream().map(point -> point.month() + "月").toList(), 0))
                .withYAxis(YAxis.percent())
                .withSeries(
                        Series.line(
                                        "综合序时",
                                        percents(points.stream()
                                                .map(TrendPoint::expected)
                                                .toList()))
                                .dashed(5)
                                .wide(2)
                                .coloured("#8794a3"),
                        Series.line(
                                        "综合完成率",
                                        percents(points.stream()
                                                .map(TrendPoint::rate)
                                                .toList()))
                                .coloured("#1f66c1"));
        chart.setHeight("190px");
        return card("", heading("全年走势", "实线 完成 · 虚线 序时"), chart);
    }

    private static List<@Nullable BigDecimal> percents(List<@Nullable BigDecimal> fractions) {
        List<@Nullable BigDecimal> percents = new ArrayList<>();
        fractions.forEach(each ->
                percents.add(each == null ? null : each.movePointRight(2).setScale(1, java.math.RoundingMode.HALF_UP)));
        return percents;
    }

    private Component worstTargets(Showing showing, List<TargetFigure> targets) {
        Div lines = lines();
        targets.stream()
                .filter(each -> each.deviation() != null && each.deviation().signum() < 0 && each.light() != Light.DONE)
                .sorted(Comparator.comparing(
                        TargetFigure::deviation, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())))
                .limit(WORST)
                .forEach(each -> lines.add(new RateLine(
                        each.light(),
                        each.lightReason(),
                        each.name(),
                        Figures.quantity(each.target(), each.unit()),
                        each.rate(),
                        each.expected(),
                        each.deviation(),
                        () -> explain(each.code(), null, null))));
        return card(
                "",
                heading("落后的指标", "从最落后的起"),
                lines.getChildren().findAny().isPresent() ? lines : new Span("没有落后于序时的指标。"),
                more("plan?year=" + showing.year(), "看一张表"));
    }

    private Component lateNodes(Showing showing) {
        List<NodeFigure> late =
                new ArrayList<>(desk().rollup().nodes(showing.year(), NodeState.LATE, showing.asOf(), showing.scope()));
        late.sort(Comparator.comparingInt(NodeFigure::daysLate).reversed());
        Div lines = lines();
        late.stream().limit(WORST).forEach(node -> lines.add(nodeLine(showing, node)));
        return card(
                "",
                heading("逾期节点", late.size() + " 个"),
                late.isEmpty() ? new Span("没有逾期的节点。") : lines,
                more("nodes?year=" + showing.year(), "看全部"));
    }

    private Component myNodes(Showing showing) {
        String me = desk().user().displayName();
        List<NodeFigure> mine = new ArrayList<>();
        for (NodeState each : List.of(NodeState.LATE, NodeState.DUE)) {
            desk().rollup().nodes(showing.year(), each, showing.asOf(), showing.scope()).stream()
                    .filter(node -> me.equals(node.owner()))
                    .forEach(mine::add);
        }
        mine.sort(Comparator.comparing(NodeFigure::planned));
        Div lines = lines();
        mine.forEach(node -> lines.add(nodeLine(showing, node)));
        return card(
                "wide",
                heading("我的节点", "逾期和两周内到期 " + mine.size() + " 个"),
                mine.isEmpty() ? new Span("两周内没有到期的节点。") : lines,
                more("nodes?state=ALL&mine=1&year=" + showing.year(), "看我的全部节点"));
    }

    private Component units(Showing showing, By by) {
        Div lines = lines();
        desk().rollup().summary(showing.year(), by, showing.asOf(), showing.scope()).stream()
                .filter(each -> each.unit() != null)
                .sorted(Comparator.comparing(
                        UnitSummary::deviation, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder())))
                .limit(WORST)
                .forEach(each -> {
                    String unit = Objects.requireNonNull(each.unit());
                    lines.add(new RateLine(
                            each.light(),
                            each.lightReason(),
                            unit,
                            "",
                            each.rate(),
                            each.expected(),
                            each.deviation(),
                            () -> explain("", by == By.STREET ? unit : null, by == By.DEPARTMENT ? unit : null)));
                });
        return card(
                "",
                heading(by.label(), by == By.STREET ? "按份额归集,从最落后的起" : "按牵头,从最落后的起"),
                lines,
                more((by == By.STREET ? "streets?year=" : "departments?year=") + showing.year(), "看排名"));
    }

    private Component nextSteps(Showing showing, List<TargetFigure> targets) {
        Div steps = new Div();
        steps.addClassName("guatu-steps");
        if (targets.isEmpty()) {
            steps.add(step("import", "导入 " + showing.year() + " 年度计划"));
        } else {
            steps.add(step("import", "导入或导出一张表"));
        }
        if (desk().user().has(Permission.ADMINISTER)) {
            long without = desk().org().people().stream()
                    .filter(person -> person.active() && person.account() == null)
                    .count();
            steps.add(step("accounts", without == 0 ? "管理账号" : "开通账号:" + without + " 人还没有账号"));
        }
        steps.add(step("years", "年度状态"));
        return card("wide", heading("系统管理", "接下来"), steps);
    }

    private static Component step(String route, String word) {
        return new Anchor(route, word);
    }

    private static Component nodeLine(Showing showing, NodeFigure node) {
        Span name = new Span(
                new Anchor(Addresses.project(node.project(), showing.year()), node.projectName()),
                new Span(" " + node.phase() + " · " + node.node()));
        name.addClassName("name");
        Span who = new Span(
                (node.daysLate() > 0 ? "逾期 " + node.daysLate() + " 个工作日" : Figures.day(node.planned(), showing.year()))
                        + " · " + node.owner());
        who.addClassNames("end", "guatu-secondary");
        Div line = new Div(LightBadges.of(node.light(), node.lightReason()).compact(), name, who);
        line.addClassNames("guatu-line", "node");
        return line;
    }

    private static Div lines() {
        Div lines = new Div();
        lines.addClassName("guatu-lines");
        return lines;
    }

    private static H2 heading(String word, String small) {
        H2 heading = new H2(word);
        com.vaadin.flow.dom.Element note = new com.vaadin.flow.dom.Element("small");
        note.setText(small);
        heading.getElement().appendChild(note);
        return heading;
    }

    private static Component more(String route, String word) {
        Div more = new Div(new Anchor(route, word));
        more.addClassName("guatu-more");
        return more;
    }

    private static Component card(String width, Component... content) {
        Div card = new Div(content);
        card.addClassName("guatu-card");
        if (!width.isEmpty()) {
            card.addClassName(width);
        }
        return card;
    }
}

package cn.guatu.rollup.ui;

import cn.guatu.org.Unit;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Basis;
import cn.guatu.rollup.By;
import cn.guatu.rollup.NodeFigure;
import cn.guatu.rollup.NodeState;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.RouteParameters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One street or department: its targets with the basis of each denominator (semantics §5a, §9), and its late nodes. */
abstract class UnitPage extends DeskPage {

    /** A target in the unit, with what the table of targets says of it. */
    private record Line(RollupRow row, TargetFigure target) {}

    private final By by;
    private String unit = "";

    UnitPage(By by, Desk desk) {
        super(by.label(), desk);
        this.by = by;
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        unit = DeskPage.segment(parameters, "name");
        title(unit);
        UnitKind wanted = desk().org().unit(unit).map(Unit::kind).orElse(UnitKind.DISTRICT);
        if (wanted == UnitKind.DISTRICT || (wanted == UnitKind.STREET) != (by == By.STREET)) {
            throw Refusal.notFound("没有" + by.label() + "“" + unit + "”。");
        }
        List<Line> lines = lines(showing);
        List<NodeFigure> late =
                desk().rollup().nodes(showing.year(), NodeState.LATE, showing.asOf(), showing.scope()).stream()
                        .filter(node ->
                                by == By.STREET ? node.streets().contains(unit) : unit.equals(node.leadDepartment()))
                        .sorted(Comparator.comparingInt(NodeFigure::daysLate).reversed())
                        .toList();
        verbs(new Anchor(
                "projects?year=" + showing.year() + "&" + (by == By.STREET ? PageState.STREET : PageState.DEPARTMENT)
                        + "=" + Addresses.encoded(unit),
                "看项目"));
        body(summary(showing), targets(lines), lateNodes(showing, late));
    }

    private List<Line> lines(Showing showing) {
        Map<String, TargetFigure> targets =
                desk().rollup().targets(showing.year(), showing.asOf(), showing.scope()).stream()
                        .collect(Collectors.toMap(TargetFigure::code, Function.identity()));
        return desk().rollup().rollup(showing.year(), Set.of(by), null, showing.asOf(), showing.scope()).stream()
                .filter(row -> unit.equals(UnitRows.unitOf(row, by)) && targets.containsKey(row.targetCode()))
                .map(row -> new Line(row, Objects.requireNonNull(targets.get(row.targetCode()))))
                .sorted(Comparator.comparingInt(line -> line.target().sortOrder()))
                .toList();
    }

    private Component summary(Showing showing) {
        Div card = new Div();
        card.addClassName("guatu-card");
        desk().rollup().summary(showing.year(), by, showing.asOf(), showing.scope()).stream()
                .filter(each -> unit.equals(each.unit()))
                .findFirst()
                .ifPresentOrElse(
                        each -> card.add(Overall.of(each, () -> open(""))),
                        () -> card.add(new Span(by == By.DEPARTMENT ? "本科室没有牵头的分期:综合完成率 —" : "本街道还没有指标:综合完成率 —")));
        return card;
    }

    private Component targets(List<Line> lines) {
        if (lines.isEmpty()) {
            return new EmptyState("没有分解到这里的指标,也没有计入。");
        }
        Grid<Line> grid = new Grid<>();
        grid.addColumn(line ->
                        (line.target().level() > 0 ? "其中 " : "") + line.target().name())
                .setHeader("指标")
                .setFrozen(true)
                .setComparator((Line line) -> line.target().name())
                .setWidth("200px");
        SerializableConsumer<Line> open = line -> open(line.row().targetCode());
        grid.addColumn(Cells.<Line>light(
                        line -> line.row().light(),
                        line -> line.row().lightReason(),
                        line -> line.row().worstChild(),
                        open))
                .setHeader("灯")
                .setComparator(line -> line.row().light().severity())
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(Cells.<Line>rate(
                        line -> line.row().rate(),
                        line -> line.row().expected(),
                        line -> line.row().light(),
                        line -> Cells.rateOrMissing(
                                line.row().rate(), line.row().achieved()),
                        open))
                .setHeader("完成率")
                .setWidth("220px");
        figure(
                grid,
                "较序时(个百分点)",
                line -> "",
                line -> Figures.pointsOnly(line.row().deviation()),
                false,
                open);
        figure(
                grid,
                "完成",
                line -> "",
                line -> Cells.achieved(line.row().achieved(), line.target().unit()),
                true,
                open);
        figure(
                grid,
                "目标",
                line -> line.row().basis() == Basis.PLANNED ? Basis.PLANNED.label() : "",
                line -> Figures.inUnit(line.row().target(), line.target().unit()),
                true,
                open);
        figure(grid, "序时进度", line -> "", line -> Figures.rate(line.row().expected()), false, open);
        if (by == By.STREET) {
            figure(
                    grid,
                    "涉及全额(不可加总)",
                    line -> "",
                    line -> Figures.inUnit(line.row().involved(), line.target().unit()),
                    true,
                    open);
        }
        figure(
                grid,
                "未报节点",
                line -> "",
                line -> line.row().missing() == 0 ? "" : line.row().missing() + " 个",
                false,
                open);
        grid.setItems(lines);
        Cells.quiet(grid);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        return grid;
    }

    private static void figure(
            Grid<Line> grid,
            String heading,
            SerializableFunction<Line, String> mark,
            SerializableFunction<Line, String> text,
            boolean withUnit,
            SerializableConsumer<Line> open) {
        grid.addColumn(Cells.<Line>figure(
                        mark, text, line -> withUnit ? line.target().unit() : "", open))
                .setHeader(heading)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("目标".equals(heading) ? "210px" : "150px")
                .setFlexGrow(0);
    }

    private Component lateNodes(Showing showing, List<NodeFigure> late) {
        H2 heading = new H2("逾期节点 " + late.size() + " 个");
        Div card = new Div(heading);
        card.addClassName("guatu-card");
        card.add(late.isEmpty() ? new Span("没有逾期的节点。") : new NodeTable(showing.year(), true).inFull(late));
        return card;
    }

    private void open(String code) {
        @Nullable String street = by == By.STREET ? unit : null;
        @Nullable String department = by == By.DEPARTMENT ? unit : null;
        explain(code, street, department);
    }
}

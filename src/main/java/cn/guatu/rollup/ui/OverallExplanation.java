package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.By;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.RollupRow;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.UnitSummary;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 口径卡 of a 综合完成率 (semantics §5b): the targets that make the mean, with their weights; the arithmetic is the roll-up's. */
final class OverallExplanation {

    /** A target in the mean. */
    private record Part(
            String code,
            String name,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal achieved,
            Light light,
            String reason) {}

    private OverallExplanation() {}

    static Component[] of(Desk desk, Showing showing, Opened figure) {
        UnitSummary summary = summary(desk, showing, figure);
        Span rate = new Span(Figures.rate(summary.rate()));
        rate.addClassName("guatu-big");
        Div heading = new Div(rate, LightBadges.of(summary.light(), summary.lightReason()));
        heading.addClassName("guatu-figure-row");
        Paragraph reason = new Paragraph(summary.lightReason());
        reason.addClassName("guatu-sentence");
        reason.getStyle().set("margin", "0");
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("guatu-facts", "guatu-figure");
        fact(facts, "范围", Objects.requireNonNullElse(summary.unit(), desk.scopeInWords(showing.scope())));
        fact(facts, "算式", "Σ 权重 × min(完成率, 100%) ÷ Σ 权重,只含有完成率的一级指标");
        fact(facts, "综合序时", Figures.rate(summary.expected()));
        fact(facts, "较序时", Figures.points(summary.deviation()));
        fact(facts, "数据截至", Figures.day(showing.day(), showing.year()));
        fact(facts, "指标", summary.targets() + " 项,其中 " + summary.withoutRate() + " 项没有完成率,未计入");
        return new Component[] {heading, reason, facts, parts(desk, showing, figure)};
    }

    private static UnitSummary summary(Desk desk, Showing showing, Opened figure) {
        @Nullable By by = figure.street() != null ? By.STREET : figure.department() != null ? By.DEPARTMENT : null;
        @Nullable String unit = figure.street() != null ? figure.street() : figure.department();
        return desk.rollup().summary(showing.year(), by, showing.asOf(), showing.scope()).stream()
                .filter(each -> Objects.equals(each.unit(), unit))
                .findFirst()
                .orElseThrow(() -> cn.guatu.platform.failure.Refusal.notFound("没有“" + unit + "”的综合完成率。"));
    }

    private static Component parts(Desk desk, Showing showing, Opened figure) {
        Grid<Part> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(part -> part.code() + " " + part.name()).setHeader("指标").setFlexGrow(1);
        grid.addColumn(part -> part.weight() == null ? "1" : Figures.number(part.weight()))
                .setHeader("权重")
                .setWidth("70px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(part -> Cells.rateOrMissing(part.rate(), part.achieved()))
                .setHeader("完成率")
                .setWidth("90px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(Cells.light(
                        Part::light,
                        Part::reason,
                        part -> null,
                        part -> new Opened(part.code(), figure.street(), figure.department())
                                .on(showing.state())
                                .go()))
                .setHeader("灯")
                .setWidth("110px")
                .setFlexGrow(0);
        List<Part> items = figure.street() == null && figure.department() == null
                ? wholeOf(desk, showing)
                : unitOf(desk, showing, figure);
        grid.setItems(items);
        grid.setAllRowsVisible(true);
        Cells.quiet(grid);
        return new Div(new H3("一级指标"), grid);
    }

    private static List<Part> wholeOf(Desk desk, Showing showing) {
        return desk.rollup().targets(showing.year(), showing.asOf(), showing.scope()).stream()
                .filter(target -> target.parentCode() == null)
                .map(target -> new Part(
                        target.code(),
                        target.name(),
                        target.weight(),
                        target.rate(),
                        target.achieved(),
                        target.light(),
                        target.lightReason()))
                .toList();
    }

    private static List<Part> unitOf(Desk desk, Showing showing, Opened figure) {
        Map<String, TargetFigure> targets =
                desk.rollup().targets(showing.year(), showing.asOf(), showing.scope()).stream()
                        .filter(target -> target.parentCode() == null)
                        .collect(Collectors.toMap(TargetFigure::code, Function.identity()));
        By by = figure.street() != null ? By.STREET : By.DEPARTMENT;
        String unit = Objects.requireNonNullElse(figure.street(), figure.department());
        return desk.rollup().rollup(showing.year(), Set.of(by), null, showing.asOf(), showing.scope()).stream()
                .filter(row -> unit.equals(UnitRows.unitOf(row, by)) && targets.containsKey(row.targetCode()))
                .map(row -> part(row, Objects.requireNonNull(targets.get(row.targetCode()))))
                .toList();
    }

    private static Part part(RollupRow row, TargetFigure target) {
        return new Part(
                row.targetCode(),
                target.name(),
                target.weight(),
                row.rate(),
                row.achieved(),
                row.light(),
                row.lightReason());
    }

    private static void fact(DescriptionList facts, String term, String description) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}

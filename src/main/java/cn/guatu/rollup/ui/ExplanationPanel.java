package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.Explanation;
import cn.guatu.target.TargetKind;
import cn.guatu.target.VersionStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The 口径卡 of one figure (semantics §15): everything that made it, down to the certificates, from the same query as the figure. */
final class ExplanationPanel {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int ROWS_WITHOUT_SCROLLING = 20;

    private final Desk desk;
    private final Explanation card;
    private final int year;
    private final String everybody;

    private ExplanationPanel(Desk desk, Explanation card, Showing showing) {
        this.desk = desk;
        this.card = card;
        this.year = showing.year();
        this.everybody = desk.scopeInWords(showing.scope());
    }

    static Component[] of(Desk desk, Showing showing, Opened figure) {
        Explanation card = desk.rollup()
                .explain(
                        showing.year(),
                        figure.code(),
                        figure.street(),
                        figure.department(),
                        showing.asOf(),
                        showing.scope());
        return new ExplanationPanel(desk, card, showing).parts();
    }

    private Component[] parts() {
        List<Component> parts = new ArrayList<>();
        parts.add(heading());
        parts.add(sentence());
        parts.add(facts());
        if (!card.missingNodes().isEmpty()) {
            parts.add(missing());
        }
        if (!card.excluded().isEmpty()) {
            UnorderedList excluded = new UnorderedList();
            card.excluded().forEach(each -> excluded.add(new ListItem(each)));
            parts.add(new Div(new H3("未计入"), excluded));
        }
        parts.add(rows());
        return parts.toArray(Component[]::new);
    }

    private Component heading() {
        Span name = new Span(card.targetCode() + " " + card.targetName());
        name.getStyle().set("font-weight", "600");
        String where = Stream.of(card.street(), card.department())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" × "));
        Span unit = new Span(where.isEmpty() ? everybody : where);
        unit.addClassName("guatu-secondary");
        Span rate = new Span(Cells.rateOrMissing(card.rate(), card.numerator()));
        rate.addClassName("guatu-big");
        Div figure = new Div(rate, LightBadges.of(card.light(), card.lightReason()));
        figure.addClassName("guatu-figure-row");
        return new Div(new Div(name), unit, figure);
    }

    private Component sentence() {
        Paragraph reason = new Paragraph(card.lightReason());
        reason.addClassName("guatu-sentence");
        reason.getStyle().set("margin", "0");
        return reason;
    }

    private Component facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("guatu-facts", "guatu-figure");
        fact(
                facts,
                "分子(完成)",
                card.numerator() == null ? Figures.UNREPORTED : Figures.quantity(card.numerator(), card.unit()));
        fact(
                facts,
                "分母(目标)",
                Figures.quantity(card.denominator(), card.unit())
                        + (card.basis() == null ? "" : "(" + card.basis().label() + ")"));
        fact(facts, "算式", card.formula());
        fact(facts, "序时进度", Figures.rate(card.expected()));
        fact(facts, "较序时", Figures.points(card.deviation()));
        fact(facts, "目标版本", version());
        fact(
                facts,
                "数据截至",
                Figures.day(card.cutOff(), year)
                        + (card.knownAt() == null ? "" : ",按 " + minute(card.knownAt()) + " 已知"));
        fact(facts, "类型", card.kind().label());
        if (card.definition() != null) {
            fact(facts, "口径", card.definition());
        }
        return facts;
    }

    private String version() {
        Explanation.@Nullable Version version = card.targetVersion();
        if (version == null) {
            return Figures.NONE;
        }
        String value = version.value() == null
                ? "尚无数值"
                : (version.approx() ? "约" : "") + Figures.quantity(version.value(), card.unit());
        return (version.status() == VersionStatus.PROVISIONAL
                        ? "预计(拟下达)"
                        : version.status().label())
                + " " + value
                + "," + (version.docNo() == null ? "无文号" : version.docNo())
                + "," + Figures.day(version.effectiveFrom(), year) + "起"
                + (version.reason() == null ? "" : "," + version.reason());
    }

    private Component missing() {
        UnorderedList nodes = new UnorderedList();
        card.missingNodes().forEach(node -> {
            ListItem item = new ListItem(
                    new Anchor(Addresses.project(node.project(), year), node.projectName()),
                    new Span(" " + node.phase() + " · " + node.node() + ",计划 " + Figures.day(node.planned(), year) + ","
                            + node.owner()));
            nodes.add(item);
        });
        H3 heading = new H3("到期未报节点 " + card.missing() + " 个");
        heading.addClassName("guatu-missing");
        return new Div(heading, nodes);
    }

    private Component rows() {
        H3 heading = new H3((card.kind() == TargetKind.MILESTONE ? "计入节点 " : "计入明细 ")
                + card.rows().size() + " 条");
        if (card.rows().isEmpty()) {
            return new Div(heading, new Span("台账里还没有计入。"));
        }
        Grid<Explanation.Row> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(LitRenderer.<Explanation.Row>of(
                                "<div><a href=\"${item.address}\">${item.project}</a> ${item.where}</div>"
                                        + "<div class=\"guatu-secondary\">${item.evidence}</div>"
                                        + "${item.note ? html`<div class=\"guatu-missing\">${item.note}</div>` : ''}")
                        .withProperty("address", row -> Addresses.project(row.project(), year))
                        .withProperty("project", Explanation.Row::projectName)
                        .withProperty("where", ExplanationPanel::where)
                        .withProperty("evidence", this::evidence)
                        .withProperty("note", ExplanationPanel::note))
                .setHeader("项目 · 分期 · 节点 / 依据")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<Explanation.Row>of("<div class=\"guatu-figure\">${item.day}</div>"
                                + "<div class=\"guatu-secondary\">${item.recorded}</div>")
                        .withProperty("day", row -> Figures.day(row.occurredOn(), year))
                        .withProperty("recorded", row -> row.recordedAt() == null ? "" : "录入 " + day(row.recordedAt())))
                .setHeader("日期")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Explanation.Row>of("<div class=\"guatu-figure\">${item.counted}</div>"
                                + "<div class=\"guatu-secondary\">${item.share}</div>")
                        .withProperty("counted", this::counted)
                        .withProperty("share", this::share))
                .setHeader("计入(" + card.unit() + ")")
                .setWidth("130px")
                .setFlexGrow(0)
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        grid.setItems(card.rows());
        Cells.quiet(grid);
        if (card.rows().size() <= ROWS_WITHOUT_SCROLLING) {
            grid.setAllRowsVisible(true);
        } else {
            grid.setHeight("60vh");
        }
        return new Div(heading, grid);
    }

    private static String where(Explanation.Row row) {
        return row.phase() + (row.node() == null ? "" : " · " + row.node());
    }

    private String evidence(Explanation.Row row) {
        return row.evidence()
                + (row.batch() == null ? "" : ",批次 " + row.batch())
                + (row.targetCode().equals(card.targetCode()) ? "" : ",计入 " + row.targetCode());
    }

    private static String note(Explanation.Row row) {
        return (row.reverses() == null ? "" : "冲正第 " + row.reverses() + " 号计入。")
                + Objects.requireNonNullElse(row.reason(), "");
    }

    private String counted(Explanation.Row row) {
        String counted =
                (row.approx() ? "约" : "") + Figures.inUnit(row.counted(), row.denominator() == null ? card.unit() : "");
        return row.countedDenominator() == null ? counted : counted + " / " + Figures.number(row.countedDenominator());
    }

    private String share(Explanation.Row row) {
        return row.share().compareTo(java.math.BigDecimal.ONE) == 0
                ? ""
                : Figures.inUnit(row.quantity(), row.denominator() == null ? card.unit() : "") + " × "
                        + Figures.share(row.share());
    }

    private String minute(Instant instant) {
        return MINUTE.format(LocalDateTime.ofInstant(instant, desk.clock().zone()));
    }

    private String day(Instant instant) {
        return Figures.day(LocalDateTime.ofInstant(instant, desk.clock().zone()).toLocalDate(), year);
    }

    private static void fact(DescriptionList facts, String term, String description) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }
}

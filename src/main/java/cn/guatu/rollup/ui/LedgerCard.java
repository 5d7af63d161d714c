package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.progress.Recognition;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger of a phase: what was planned on its nodes and what is recognised, row by row, with what was taken back. */
final class LedgerCard extends Div {

    /** A row of the ledger in words. */
    private record Line(
            Recognition row,
            String target,
            String unit,
            String node,
            @Nullable BigDecimal planned,
            boolean ratio) {}

    private final ProjectView page;
    private final Phase phase;

    LedgerCard(Desk desk, Showing showing, Phase phase, ProjectView page) {
        this.page = page;
        this.phase = phase;
        addClassName("guatu-card");
        Map<TargetId, Target> targets = desk.targets().targets(showing.year()).stream()
                .collect(Collectors.toMap(Target::id, Function.identity()));
        Map<NodeId, Node> nodes =
                desk.projects().nodes(phase.id()).stream().collect(Collectors.toMap(Node::id, Function.identity()));
        List<Line> lines = new ArrayList<>();
        desk.ledger().rowsOf(phase.id()).forEach(row -> {
            Target target = targets.get(row.target());
            if (target != null && !row.occurredOn().isAfter(showing.day())) {
                lines.add(line(row, target, row.node() == null ? null : nodes.get(row.node())));
            }
        });
        boolean mayRecognise = desk.user().mayRecognise(phase.lead());
        H2 heading = new H2("计入台账 " + lines.size() + " 条");
        add(heading);
        if (mayRecognise) {
            Button recognise = ProjectView.small("计入");
            recognise.addClickListener(
                    click -> page.openPanel("计入", new RecogniseForm(page, phase, RecogniseForm.Proposal.none())));
            heading.add(recognise);
        }
        add(lines.isEmpty() ? new Span("台账里还没有计入。") : table(desk, showing.year(), lines, mayRecognise));
    }

    private static Line line(Recognition row, Target target, @Nullable Node node) {
        boolean ratio = row.denominator() != null;
        return new Line(
                row,
                target.code() + " " + target.name(),
                ratio ? "" : target.unit(),
                node == null ? "" : node.name(),
                node == null || !target.id().equals(node.target()) ? null : node.quantity(),
                ratio);
    }

    private Grid<Line> table(Desk desk, int year, List<Line> lines, boolean mayRecognise) {
        Grid<Line> grid = new Grid<>();
        grid.addColumn(line -> Figures.day(line.row().occurredOn(), year))
                .setHeader("日期")
                .setFrozen(true)
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Line>of("<button class=\"guatu-open\" @click=\"${open}\">${item.target}</button>"
                                + "<div class=\"guatu-secondary\">${item.node}</div>")
                        .withProperty("target", Line::target)
                        .withProperty("node", Line::node)
                        .withFunction("open", line -> page.explain(code(line), null, null)))
                .setHeader("指标 / 节点")
                .setWidth("220px");
        grid.addColumn(line -> Figures.inUnit(line.planned(), line.unit()))
                .setHeader("节点申报")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(LedgerCard::recognised)
                .setHeader("计入")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.row().evidence()
                        + (line.row().batch() == null ? "" : ",批次 " + line.row().batch()))
                .setHeader("依据")
                .setWidth("200px");
        grid.addColumn(LedgerCard::note).setHeader("说明").setWidth("180px");
        grid.addColumn(line -> Figures.day(
                                LocalDateTime.ofInstant(
                                                line.row().recordedAt(),
                                                desk.clock().zone())
                                        .toLocalDate(),
                                year)
                        + " " + line.row().recordedBy()
                        + (line.row().importId() == null
                                ? ""
                                : "(导入 " + line.row().importId() + ")"))
                .setHeader("录入")
                .setWidth("180px");
        if (mayRecognise) {
            grid.addComponentColumn(line -> {
                        if (!line.row().stands()) {
                            return new Span();
                        }
                        Button reverse = ProjectView.small("冲正");
                        reverse.addClickListener(
                                click -> page.openPanel("冲正", new ReverseForm(page, phase, line.row(), line.target())));
                        return reverse;
                    })
                    .setHeader("办理")
                    .setFrozenToEnd(true)
                    .setWidth("90px")
                    .setFlexGrow(0);
        }
        grid.setItems(lines);
        Cells.quiet(grid);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        return grid;
    }

    private static String code(Line line) {
        return line.target().substring(0, line.target().indexOf(' '));
    }

    private static String recognised(Line line) {
        String value = (line.row().approx() ? "约" : "")
                + (line.ratio()
                        ? Figures.number(line.row().quantity()) + " / "
                                + Figures.number(line.row().denominator())
                        : Figures.quantity(line.row().quantity(), line.unit()));
        return value;
    }

    private static String note(Line line) {
        String word = line.row().reverses() != null
                ? "冲正第 " + line.row().reverses().value() + " 号。"
                : line.row().reversedBy() != null
                        ? "已被第 " + line.row().reversedBy().value() + " 号冲正。"
                        : "";
        return word + Objects.requireNonNullElse(line.row().reason(), "");
    }
}

package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Balance;
import cn.guatu.planning.rule.Breakdown;
import cn.guatu.platform.ui.Figures;
import cn.guatu.target.Target;
import cn.guatu.target.TargetKind;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the target under the cursor adds up: 目标, Σ, 缺口 or 富余, and the same by street and by department (横纵双线). */
final class BalancePanel extends Div {

    BalancePanel() {
        addClassName("guatu-card");
    }

    void show(Breakdown plan, @Nullable Target target) {
        removeAll();
        if (target == null) {
            add(new H2("平衡"), new Paragraph("把光标放到一个指标或它的项目上，这里显示缺口和横纵双线。"));
            return;
        }
        Balance balance = Balance.of(plan, target);
        Anchor versions = new Anchor(
                "targets/" + plan.year() + "/"
                        + URLEncoder.encode(target.code(), StandardCharsets.UTF_8)
                                .replace("+", "%20"),
                "目标版本");
        H2 head = new H2(target.name());
        head.add(versions);
        add(head);
        if (target.kind() != TargetKind.FLOW) {
            add(new Paragraph("“" + target.kind().label() + "”指标不由项目数量相加，只看是否有落实的节点。"));
        }
        add(figures(balance));
        if (balance.parts() != null) {
            add(line("分项合计", balance.parts(), balance.value(), target.unit()));
        }
        units("按街道", balance.streets(), balance.allocatedToStreets(), balance);
        units("按科室", balance.departments(), balance.allocatedToDepartments(), balance);
        ofWhich(balance);
    }

    private static Div figures(Balance balance) {
        String unit = balance.target().unit();
        BigDecimal gap = balance.gap();
        Span word = new Span(gap == null || gap.signum() >= 0 ? "缺口" : "富余");
        word.addClassName("guatu-secondary");
        Span big = new Span(gap == null ? Figures.NONE : Figures.number(gap.abs()));
        big.addClassName("guatu-big");
        big.getElement().setAttribute("data-figure", "gap");
        Span of = new Span(unit);
        of.addClassName("guatu-unit");
        big.add(of);
        Div row = new Div(word, big);
        row.addClassName("guatu-figure-row");
        if (gap != null && gap.signum() > 0) {
            row.addClassName("guatu-missing");
        }
        Span rest = new Span("目标 " + Figures.quantity(balance.value(), unit) + (balance.provisional() ? "(预)" : "")
                + " · 项目合计 " + Figures.quantity(balance.planned(), unit) + " · 保障系数 " + Figures.rate(balance.buffer()));
        rest.addClassNames("guatu-secondary", "guatu-figure");
        Div bar = new Div(new Div());
        bar.addClassName("guatu-fill");
        BigDecimal share = balance.buffer() == null ? BigDecimal.ZERO : balance.buffer();
        bar.getChildren()
                .findFirst()
                .ifPresent(fill -> fill.getElement()
                        .getStyle()
                        .set(
                                "width",
                                share.min(BigDecimal.ONE).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%"));
        return new Div(row, bar, rest);
    }

    private static Div line(String word, BigDecimal sum, @Nullable BigDecimal of, String unit) {
        Div line = new Div();
        line.addClassName("guatu-secondary");
        String gap = of == null
                ? ""
                : of.compareTo(sum) == 0
                        ? "，与目标一致"
                        : of.compareTo(sum) > 0
                                ? "，比目标少 " + Figures.quantity(of.subtract(sum), unit)
                                : "，比目标多 " + Figures.quantity(sum.subtract(of), unit);
        line.setText(word + " " + Figures.quantity(sum, unit) + gap);
        return line;
    }

    private void units(String title, List<Balance.Line> lines, @Nullable BigDecimal allocated, Balance balance) {
        if (lines.isEmpty()) {
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        boolean split = allocated != null;
        List<String> heads = new ArrayList<>(List.of(title, "项目合计"));
        if (split) {
            heads.addAll(List.of("分解", "缺口"));
        }
        NativeTableRow head = new NativeTableRow();
        heads.forEach(each -> head.add(cell(new NativeTableHeaderCell(each), !each.equals(title))));
        table.add(new NativeTableHeader(head));
        NativeTableBody body = new NativeTableBody();
        for (Balance.Line line : lines) {
            NativeTableRow row = new NativeTableRow(
                    new NativeTableCell(line.name()), cell(new NativeTableCell(Figures.number(line.planned())), true));
            if (split) {
                BigDecimal gap = line.gap();
                row.add(cell(new NativeTableCell(Figures.number(line.allocated())), true));
                NativeTableCell last = cell(new NativeTableCell(Figures.number(gap)), true);
                if (gap != null && gap.signum() > 0) {
                    last.addClassName("guatu-missing");
                }
                row.add(last);
            }
            body.add(row);
        }
        NativeTableRow total = new NativeTableRow(
                new NativeTableCell("合计"), cell(new NativeTableCell(Figures.number(balance.planned())), true));
        total.addClassName("total");
        if (allocated != null) {
            BigDecimal gap = balance.value() == null ? null : balance.value().subtract(allocated);
            total.add(
                    cell(new NativeTableCell(Figures.number(allocated)), true),
                    cell(new NativeTableCell(Figures.number(gap)), true));
        }
        body.add(total);
        table.add(body);
        add(table);
    }

    private void ofWhich(Balance balance) {
        if (balance.ofWhich().isEmpty()) {
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell("其中"));
        List.of("目标", "项目合计").forEach(each -> head.add(cell(new NativeTableHeaderCell(each), true)));
        table.add(new NativeTableHeader(head));
        NativeTableBody body = new NativeTableBody();
        balance.ofWhich()
                .forEach(part -> body.add(new NativeTableRow(
                        new NativeTableCell(part.name() + (part.partition() ? "" : "(不相加)")),
                        cell(new NativeTableCell(Figures.number(part.value())), true),
                        cell(new NativeTableCell(Figures.number(part.planned())), true))));
        table.add(body);
        add(table);
    }

    private static NativeTableCell cell(NativeTableCell cell, boolean end) {
        if (end) {
            cell.addClassName("end");
        }
        return cell;
    }

    private static NativeTableHeaderCell cell(NativeTableHeaderCell cell, boolean end) {
        if (end) {
            cell.addClassName("end");
        }
        return cell;
    }
}

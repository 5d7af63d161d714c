package cn.guatu.planning.ui;

import cn.guatu.planning.ProposalEffect;
import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.rollup.ui.LightBadges;
import cn.guatu.target.Target;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What a value would change: target, gap, rate, light and coverage, before and after. */
final class EffectTable extends Div {

    EffectTable(Target target, ProposalEffect effect) {
        addClassName("guatu-scroll");
        NativeTable table = new NativeTable();
        table.addClassName("guatu-table");
        NativeTableRow head = new NativeTableRow();
        for (String each : new String[] {"", "年度目标", "缺口", "完成率", "偏差", "灯", "覆盖率"}) {
            head.add(new NativeTableHeaderCell(each));
        }
        table.add(new NativeTableHeader(head));
        NativeTableBody body = new NativeTableBody();
        for (ProposalEffect.Row row : effect.rows()) {
            boolean own = row.before().code().equals(target.code());
            body.add(
                    line(row.before().name() + " 现在", row.before(), effect, own),
                    line("调整后", row.after(), effect, own));
        }
        table.add(body);
        add(new Paragraph("以下按 " + Figures.day(effect.day(), target.year()) + " 测算，尚未写入。"), table);
    }

    private static NativeTableRow line(String word, TargetFigure figure, ProposalEffect effect, boolean own) {
        return new NativeTableRow(
                new NativeTableCell(word),
                cell(new Span(Figures.quantity(figure.target(), figure.unit()))),
                cell(new Span(Figures.quantity(figure.gap(), figure.unit()))),
                cell(new Span(Figures.rate(figure.rate()))),
                cell(new Span(Figures.points(figure.deviation()))),
                cell(LightBadges.of(figure.light(), figure.lightReason())),
                cell(new Span(own ? Figures.rate(effect.coverage(figure.target())) : "")));
    }

    private static NativeTableCell cell(Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        return cell;
    }
}

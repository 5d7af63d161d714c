package cn.guatu.supervision.ui;

import cn.guatu.platform.ui.EmptyState;
import cn.guatu.rollup.ui.LightBadges;
import cn.guatu.supervision.Agenda;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;

/** The agenda as a list: heading by heading, each item with its light and a link to where it stands. */
class AgendaList extends Div {

    AgendaList(Agenda agenda) {
        if (agenda.sections().isEmpty()) {
            add(new EmptyState("没有红灯、变化、逾期或升级的事项。"));
        }
        for (Agenda.Section section : agenda.sections()) {
            add(new H3(section.title() + " " + section.items().size() + " 项"));
            Div lines = new Div();
            lines.addClassName("guatu-lines");
            section.items().forEach(item -> lines.add(line(item)));
            add(lines);
        }
    }

    private static Component line(Agenda.Item item) {
        Div what = new Div(new Anchor(item.link(), item.what()));
        Div detail = new Div(item.detail());
        detail.addClassName("guatu-secondary");
        what.add(detail);
        Span unit = new Span(item.unit());
        unit.addClassName("guatu-secondary");
        Div line = new Div(
                item.light() == null
                        ? new Span()
                        : LightBadges.of(item.light(), item.detail()).compact(),
                what,
                unit);
        line.addClassName("guatu-line");
        return line;
    }
}

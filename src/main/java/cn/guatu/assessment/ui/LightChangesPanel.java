package cn.guatu.assessment.ui;

import cn.guatu.assessment.LightChange;
import cn.guatu.platform.ui.LightBadge;
import cn.guatu.rollup.ui.LightBadges;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** 灯: as published and as known now side by side, with what the month has from now on (补齐: red becomes yellow, the delay stays). */
class LightChangesPanel extends Div {

    LightChangesPanel(List<LightChange> changes) {
        long good = changes.stream().filter(LightChange::madeGood).count();
        add(
                new H2("灯：发布时与现在所知"),
                new Paragraph(
                        changes.isEmpty()
                                ? "发布以来没有灯发生变化。"
                                : "发布以来 " + changes.size() + " 处不同，其中补齐 " + good
                                        + " 处。已发布月份的灯不改，只有缺的事项后来补齐的，红、橙转黄，逾期仍然可见。"));
        if (changes.isEmpty()) {
            return;
        }
        Grid<LightChange> grid = new Grid<>();
        grid.addComponentColumn(each -> new Anchor(each.link(), each.name()))
                .setHeader("指标、节点")
                .setFlexGrow(2);
        grid.addComponentColumn(
                        each -> told(LightBadges.of(each.published(), each.publishedReason()), each.publishedReason()))
                .setHeader("发布时")
                .setFlexGrow(2);
        grid.addComponentColumn(each -> told(LightBadges.of(each.known(), each.knownReason()), each.knownReason()))
                .setHeader("现在所知")
                .setFlexGrow(2);
        grid.addComponentColumn(each -> new Div(
                        LightBadges.of(each.counted(), each.madeGood() ? "补齐" : "维持发布时的灯"),
                        new Span(each.madeGood() ? " 补齐" : "")))
                .setHeader("本月记为")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setItems(changes.stream()
                .sorted(java.util.Comparator.comparing((LightChange each) -> !each.madeGood()))
                .toList());
        grid.setAllRowsVisible(changes.size() <= 30);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("guatu-lightchanges");
        add(grid);
    }

    private static Component told(LightBadge light, String reason) {
        Span why = new Span(reason);
        why.addClassName("guatu-of");
        Div cell = new Div(light, why);
        cell.addClassName("guatu-lightchange");
        return cell;
    }
}

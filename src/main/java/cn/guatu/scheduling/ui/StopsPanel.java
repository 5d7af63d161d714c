package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.project.ClockStop;
import cn.guatu.project.Node;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.StopKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the clock of a node stood, and why: 补正, 公示, 专家评审; stopped and set going again here. */
final class StopsPanel extends Div {

    private final transient NodePanel panel;
    private final transient SchedulePage page;
    private final transient SchedulePlan plan;
    private final transient Node node;

    StopsPanel(NodePanel panel, SchedulePage page, SchedulePlan plan, Node node, boolean mayStop) {
        this.panel = panel;
        this.page = page;
        this.plan = plan;
        this.node = node;
        List<ClockStop> held = plan.stops().getOrDefault(node.id(), List.of());
        UnorderedList list = new UnorderedList();
        held.forEach(stop -> list.add(line(stop, mayStop)));
        add(held.isEmpty() ? NodePanel.quiet("没有停计时。") : list);
        if (mayStop) {
            add(newStop());
        }
    }

    private ListItem line(ClockStop stop, boolean mayStop) {
        ListItem item = new ListItem(new Span(stop.kind().label() + "：" + Figures.day(stop.from(), plan.year()) + " 至 "
                + (stop.to() == null ? "今" : Figures.day(stop.to(), plan.year())) + "，" + stop.reason()));
        if (mayStop) {
            if (stop.to() == null && !stop.from().isAfter(plan.today())) {
                item.add(verb("恢复计时", () -> goOn(stop)));
            }
            item.add(verb(
                    "撤销", () -> panel.carryOut(() -> page.rooms().schedules().removeStop(stop), "已撤销停计时。")));
        }
        return item;
    }

    private static Button verb(String word, Runnable act) {
        Button button = new Button(word, click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void goOn(ClockStop stop) {
        panel.carryOut(
                () -> page.rooms()
                        .schedules()
                        .stopClock(new ClockStop(
                                stop.id(), stop.node(), stop.kind(), stop.from(), plan.today(), stop.reason())),
                "已恢复计时，停计时到今天为止。");
    }

    private Component newStop() {
        Select<StopKind> kind = new Select<>();
        kind.setAriaLabel("事由");
        kind.setItems(StopKind.values());
        kind.setItemLabelGenerator(StopKind::label);
        kind.setValue(StopKind.SUPPLEMENT);
        DatePicker from = day("自", plan.today());
        DatePicker to = day("至（未结束留空）", null);
        TextField reason = new TextField("原因或文号");
        Button stop = new Button("停计时", click -> {
            if (from.getValue() == null) {
                Notices.error("请填写停计时的开始日期。");
                return;
            }
            panel.carryOut(
                    () -> page.rooms()
                            .schedules()
                            .stopClock(new ClockStop(
                                    null,
                                    node.id(),
                                    kind.getValue(),
                                    from.getValue(),
                                    to.getValue(),
                                    reason.getValue())),
                    "已停计时，停计时的日子不算工期。");
        });
        return NodePanel.row(kind, from, to, reason, stop);
    }

    private static DatePicker day(String label, @Nullable LocalDate value) {
        DatePicker day = new DatePicker(label);
        day.setI18n(ChineseTexts.datePicker());
        day.setValue(value);
        day.setWidth("160px");
        return day;
    }
}

package cn.guatu.supervision.ui;

import cn.guatu.supervision.LadderLevel;
import cn.guatu.supervision.LadderRule;
import cn.guatu.supervision.LadderSettings;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields of the ladder's rules. */
final class RulesForm extends Div {

    private final LadderSettings before;
    private final TimePicker ask = time("询报时间（每周首个工作日）");
    private final TimePicker round = time("节点巡检时间（每个工作日）");
    private final TimePicker remind = time("临期提醒时间（应报日前一工作日）");
    private final TimePicker due = time("节点到期时间（计划当日）");
    private final IntegerField window = days("询报与临期范围（前后，日历日）");
    private final IntegerField overdue = days("逾期起算（工作日）");
    private final IntegerField order = days("超过几个工作日转督办单");
    private final IntegerField silent = days("连续几周未报转督办单");
    private final IntegerField answer = days("督办单办理期限（工作日）");
    private final Map<String, Checkbox> taken = new LinkedHashMap<>();
    private final Map<String, TextArea> texts = new LinkedHashMap<>();

    RulesForm(LadderSettings settings) {
        before = settings;
        Div times = new Div(ask, round, remind, due, window, overdue, order, silent, answer);
        times.addClassName("guatu-form");
        Div steps = new Div();
        steps.addClassName("guatu-form");
        for (LadderRule rule : LadderRule.values()) {
            for (LadderLevel level : LadderLevel.values()) {
                String key = LadderSettings.key(rule, level);
                Checkbox box = new Checkbox(rule.label() + " · " + level.label());
                box.setValue(settings.takes(rule, level));
                taken.put(key, box);
                steps.add(box, text(key, rule.label() + " " + level.label(), settings.text(rule, level)));
            }
        }
        steps.add(
                new Div("督办单的办理要求"),
                text(
                        LadderSettings.DEMAND,
                        "督办单的办理要求",
                        settings.texts()
                                .getOrDefault(
                                        LadderSettings.DEMAND,
                                        Objects.requireNonNullElse(
                                                LadderSettings.USUAL.texts().get(LadderSettings.DEMAND), ""))));
        ask.setValue(settings.askTime());
        round.setValue(settings.roundTime());
        remind.setValue(settings.remindTime());
        due.setValue(settings.dueTime());
        window.setValue(settings.windowDays());
        overdue.setValue(settings.overdueAfter());
        order.setValue(settings.orderAfter());
        silent.setValue(settings.silentWeeks());
        answer.setValue(settings.orderDays());
        Paragraph help = new Paragraph("应报（周四17:00）与截止（周五12:00）是填报时限。文字中的〔事项〕〔期限〕〔天数〕〔周〕发送时自动填入。");
        help.addClassName("guatu-sentence");
        add(help, new H2("时间与天数"), times, new H2("步骤与文字"), steps);
    }

    private TextArea text(String key, String label, String value) {
        TextArea text = new TextArea();
        text.setAriaLabel(label + "的文字");
        text.setMaxLength(400);
        text.setValue(value);
        texts.put(key, text);
        return text;
    }

    /** What the fields say; an empty field counts as it was. */
    LadderSettings settings() {
        Set<String> off = new HashSet<>();
        taken.forEach((key, box) -> {
            if (!box.getValue()) {
                off.add(key);
            }
        });
        Map<String, String> said = new HashMap<>();
        texts.forEach((key, text) -> said.put(key, text.getValue().strip()));
        return new LadderSettings(
                or(ask.getValue(), before.askTime()),
                or(round.getValue(), before.roundTime()),
                or(remind.getValue(), before.remindTime()),
                or(due.getValue(), before.dueTime()),
                or(window.getValue(), before.windowDays()),
                or(overdue.getValue(), before.overdueAfter()),
                or(order.getValue(), before.orderAfter()),
                or(silent.getValue(), before.silentWeeks()),
                or(answer.getValue(), before.orderDays()),
                off,
                said);
    }

    private static LocalTime or(LocalTime value, LocalTime usual) {
        return Objects.requireNonNullElse(value, usual);
    }

    private static int or(Integer value, int usual) {
        return Objects.requireNonNullElse(value, usual);
    }

    private static TimePicker time(String label) {
        TimePicker time = new TimePicker(label);
        time.setLocale(Locale.CHINA);
        return time;
    }

    private static IntegerField days(String label) {
        IntegerField field = new IntegerField(label);
        field.setMin(1);
        field.setStepButtonsVisible(true);
        return field;
    }
}

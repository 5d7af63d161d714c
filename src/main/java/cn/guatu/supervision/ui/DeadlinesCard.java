package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.time.WorkCalendars;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.ReportDeadlines;
import cn.guatu.progress.WeekDeadlines;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;

/** 填报时限: when reports are due and when the week closes, what that means for this week and the next, and a question before it counts. */
final class DeadlinesCard extends Div {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final transient ReportDeadlines deadlines;
    private final transient WorkCalendars calendars;
    private final Select<DayOfWeek> dueDay = day("应报日");
    private final TimePicker dueTime = time("应报时间");
    private final Select<DayOfWeek> closeDay = day("截止日");
    private final TimePicker closeTime = time("截止时间");
    private final Paragraph meaning = new Paragraph();
    private final Span problem = new Span();

    DeadlinesCard(ReportDeadlines deadlines, WorkCalendars calendars) {
        this.deadlines = deadlines;
        this.calendars = calendars;
        WeekDeadlines setting = deadlines.setting();
        dueDay.setValue(setting.dueDay());
        dueTime.setValue(setting.dueTime());
        closeDay.setValue(setting.closeDay());
        closeTime.setValue(setting.closeTime());
        dueDay.addValueChangeListener(change -> explain());
        dueTime.addValueChangeListener(change -> explain());
        closeDay.addValueChangeListener(change -> explain());
        closeTime.addValueChangeListener(change -> explain());
        meaning.addClassName("guatu-sentence");
        problem.addClassName("guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Div fields = new Div(dueDay, dueTime, closeDay, closeTime);
        fields.addClassName("guatu-form");
        Button save = new Button("保存填报时限", click -> ask());
        Div buttons = new Div(save);
        buttons.addClassName("guatu-buttons");
        add(new H2("填报时限"), fields, meaning, problem, buttons);
        explain();
    }

    private void explain() {
        meaning.setText(meaning());
        problem.setText("");
    }

    private String meaning() {
        if (dueTime.getValue() == null || closeTime.getValue() == null) {
            return "请填写时间。";
        }
        ReportingWeek current = deadlines.current();
        return says(current) + "；" + says(current.next()) + "。遇休息日提前到前一工作日。";
    }

    private String says(ReportingWeek week) {
        WorkCalendar calendar = calendars.current();
        WeekDeadlines wanted = wanted();
        return "%s：应报 %s，截止 %s"
                .formatted(
                        Words.week(week),
                        Words.minute(wanted.due(week, calendar)),
                        Words.minute(wanted.closes(week, calendar)));
    }

    private WeekDeadlines wanted() {
        LocalTime due = dueTime.getValue();
        LocalTime close = closeTime.getValue();
        if (due == null || close == null) {
            throw Refusal.invalid("请填写应报和截止的时间。");
        }
        return new WeekDeadlines(dueDay.getValue(), due, closeDay.getValue(), close);
    }

    private void ask() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("修改填报时限？");
        dialog.setText("立即对正在填报的一周生效。" + meaning());
        dialog.setCancelable(true);
        dialog.setCancelText("再看看");
        dialog.setConfirmText("保存");
        dialog.setConfirmButtonTheme(ButtonVariant.PRIMARY.getVariantName());
        dialog.addConfirmListener(confirmed -> save());
        dialog.open();
    }

    private void save() {
        try {
            deadlines.change(wanted());
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            return;
        }
        problem.setText("");
        Notices.success("填报时限已保存。");
    }

    private static Select<DayOfWeek> day(String label) {
        Select<DayOfWeek> day = new Select<>();
        day.setLabel(label);
        day.setItems(DayOfWeek.values());
        day.setItemLabelGenerator(each -> "周" + "一二三四五六日".charAt(each.getValue() - 1));
        return day;
    }

    private static TimePicker time(String label) {
        TimePicker time = new TimePicker(label);
        time.setLocale(Locale.CHINA);
        time.setStep(STEP);
        return time;
    }
}

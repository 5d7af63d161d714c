package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.time.CalendarException;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.scheduling.HolidayService;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** 工作日历: the holidays and make-up days that every count of working days goes by. */
@Route("calendar")
@PageTitle("工作日历")
@RolesAllowed(Roles.ADMIN)
@Menu(title = "工作日历", order = 76, icon = "vaadin:calendar-clock")
@CssImport("./desk/schedule.css")
class CalendarView extends PageFrame implements AfterNavigationObserver {

    private static final String[] WEEKDAYS = {"一", "二", "三", "四", "五", "六", "日"};

    private final transient HolidayService holidays;
    private final transient BusinessClock clock;
    private int year;

    CalendarView(HolidayService holidays, BusinessClock clock) {
        super("工作日历");
        this.holidays = holidays;
        this.clock = clock;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState address = PageState.of(event.getLocation());
        int thisYear = clock.today().getYear();
        year = address.number(PageState.YEAR)
                .filter(each -> each > 1999 && each < 2101)
                .orElse(thisYear);
        List<Component> chips = new ArrayList<>();
        for (int each = thisYear - 2; each <= thisYear + 1; each++) {
            int shown = each;
            chips.add(new Chip(
                    each + " 年" + (holidays.isKnown(each) ? "" : "（未录入）"),
                    each == year,
                    () -> address.with(PageState.YEAR, String.valueOf(shown)).go()));
        }
        filters(chips.toArray(Component[]::new));
        show();
    }

    private void show() {
        List<CalendarException> days = holidays.days(year);
        scope(year + " 年 · 放假 " + days.stream().filter(CalendarException::off).count() + " 天 · 调休上班 "
                + days.stream().filter(day -> !day.off()).count() + " 天");
        List<Component> body = new ArrayList<>();
        String warning = holidays.warning();
        if (!warning.isEmpty()) {
            Paragraph missing = new Paragraph(warning);
            missing.addClassName("guatu-warning");
            missing.getElement().setAttribute("role", "status");
            body.add(missing);
        }
        body.add(entry());
        body.add(days.isEmpty() ? new EmptyState(year + " 年放假安排尚未录入。按国务院办公厅通知逐个节日录入放假起止日期，再录入调休上班的周末。") : table(days));
        body(body.toArray(Component[]::new));
    }

    private Component entry() {
        TextField name = new TextField("名称");
        name.setPlaceholder("春节");
        DatePicker from = day("自");
        DatePicker to = day("至");
        from.addValueChangeListener(change -> {
            if (to.getValue() == null) {
                to.setValue(change.getValue());
            }
        });
        Select<String> kind = new Select<>();
        kind.setLabel("类型");
        kind.setItems("放假", "调休上班");
        kind.setValue("放假");
        Button save = new Button("录入", click -> {
            if (from.getValue() == null || to.getValue() == null) {
                Notices.error("请填写起止日期。");
                return;
            }
            carryOut(
                    () -> holidays.take(from.getValue(), to.getValue(), "放假".equals(kind.getValue()), name.getValue()),
                    "已录入，工作日推算随即生效。");
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(name, from, to, kind, save);
        row.addClassName("guatu-inputs");
        return row;
    }

    private DatePicker day(String label) {
        DatePicker day = new DatePicker(label);
        day.setI18n(ChineseTexts.datePicker());
        day.setInitialPosition(LocalDate.of(year == 0 ? clock.today().getYear() : year, 1, 1));
        return day;
    }

    private Grid<CalendarException> table(List<CalendarException> days) {
        Grid<CalendarException> grid = new Grid<>();
        grid.addColumn(day ->
                        day.day() + "　星期" + WEEKDAYS[day.day().getDayOfWeek().getValue() - 1])
                .setHeader("日期")
                .setWidth("200px")
                .setFlexGrow(0);
        grid.addColumn(CalendarException::name).setHeader("名称");
        grid.addColumn(day -> day.off() ? "放假" : "调休上班")
                .setHeader("类型")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(day -> {
                    Button remove = new Button(
                            "恢复为普通日", click -> carryOut(() -> holidays.remove(day.day()), day.day() + " 已恢复为普通日。"));
                    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                    return remove;
                })
                .setHeader("")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.setItems(days);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private void carryOut(Runnable work, String done) {
        try {
            work.run();
            Notices.success(done);
            show();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }
}

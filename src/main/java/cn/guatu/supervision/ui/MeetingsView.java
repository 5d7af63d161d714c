package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.supervision.Meeting;
import cn.guatu.supervision.MeetingData;
import cn.guatu.supervision.MeetingId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 例会: the meetings of the year and what became of their decisions; dates of the workbook without a meeting are there too. */
@Route("meetings")
@PageTitle("例会 · 挂图作战")
@Menu(title = "例会", order = 32, icon = "vaadin:users")
@PermitAll
class MeetingsView extends RegisterPage {

    private static final String USUAL_TITLE = "挂图作战工作例会";

    /** A day with decisions, with or without a meeting. */
    private record Line(LocalDate day, @Nullable Meeting meeting, List<Decision> decisions) {
        long open() {
            return decisions.stream()
                    .filter(each -> each.status() != DecisionStatus.CLOSED)
                    .count();
        }
    }

    MeetingsView(Registers registers) {
        super("例会", registers);
    }

    @Override
    void show() {
        Map<LocalDate, List<Decision>> decided =
                registers().decisions().register(year(), registers().user().scope()).stream()
                        .collect(Collectors.groupingBy(Decision::meetingDate));
        Map<LocalDate, Meeting> meetings = registers().meetings().meetings(year()).stream()
                .collect(Collectors.toMap(Meeting::heldOn, Function.identity()));
        List<Line> lines = Stream.concat(decided.keySet().stream(), meetings.keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> new Line(day, meetings.get(day), decided.getOrDefault(day, List.of())))
                .toList();
        page().scope(year() + " 年 · " + lines.size() + " 次");
        Anchor stepping = new Anchor("wall?mode=meeting", "会议模式");
        if (registers().oversees()) {
            Button add = new Button("安排例会", click -> add(registers().clock().today()));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            page().actions(stepping, add);
        } else {
            page().actions(stepping);
        }
        page().body(lines.isEmpty() ? new EmptyState("今年还没有例会。") : grid(lines));
    }

    private Grid<Line> grid(List<Line> lines) {
        Grid<Line> grid = new Grid<>();
        grid.addComponentColumn(this::day)
                .setHeader("日期")
                .setWidth("150px")
                .setFlexGrow(0)
                .setFrozen(true);
        grid.addColumn(line ->
                        line.meeting() == null ? "(一张表导入)" : line.meeting().title())
                .setHeader("会议")
                .setWidth("240px");
        grid.addColumn(line -> line.meeting() == null
                        ? Figures.NONE
                        : line.meeting().state().label())
                .setHeader("状态")
                .setWidth("120px");
        grid.addColumn(line -> line.meeting() == null || line.meeting().chair() == null
                        ? Figures.NONE
                        : line.meeting().chair())
                .setHeader("主持")
                .setWidth("110px");
        grid.addColumn(line -> line.decisions().size())
                .setHeader("议定")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px");
        grid.addColumn(Line::open)
                .setHeader("未销号")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("80px");
        grid.addColumn(line -> line.meeting() == null
                        ? Figures.NONE
                        : Figures.day(line.meeting().minutesOn(), year()))
                .setHeader("纪要印发")
                .setWidth("120px");
        grid.setItems(lines);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "例会");
        return grid;
    }

    private com.vaadin.flow.component.Component day(Line line) {
        String words = Figures.day(line.day(), year());
        if (line.meeting() != null) {
            return new Anchor("meetings/" + line.meeting().id().value(), words);
        }
        return new Anchor("decisions?status=all&year=" + year() + "&meeting=" + line.day(), words);
    }

    private void add(LocalDate today) {
        DatePicker day = new DatePicker("会议日期", today);
        day.setI18n(ChineseTexts.datePicker());
        TextField title = new TextField("名称");
        title.setValue(USUAL_TITLE);
        TextField place = new TextField("地点");
        TextField chair = new TextField("主持");
        TextField attendees = new TextField("参会");
        attendees.setPlaceholder("各牵头科室负责人、街道联络员");
        attendees.addClassName("wide");
        Div form = new Div(day, title, place, chair, attendees);
        form.addClassName("guatu-form");
        Dialog dialog = new Dialog("安排例会");
        dialog.setWidth("min(560px, 94vw)");
        dialog.add(form);
        Button save = new Button("安排", click -> {
            try {
                MeetingId id = registers()
                        .meetings()
                        .enter(
                                new MeetingData(
                                        year(),
                                        Objects.requireNonNullElse(day.getValue(), today),
                                        title.getValue().strip(),
                                        blank(place),
                                        blank(chair),
                                        blank(attendees),
                                        null),
                                registers().recording(year()));
                dialog.close();
                UI.getCurrent().navigate("meetings/" + id.value());
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), save);
        dialog.open();
    }

    static @Nullable String blank(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}

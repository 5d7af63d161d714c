package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.supervision.Decision;
import cn.guatu.supervision.DecisionMove;
import cn.guatu.supervision.DecisionStatus;
import cn.guatu.supervision.Meeting;
import cn.guatu.supervision.MeetingData;
import cn.guatu.supervision.MeetingId;
import cn.guatu.supervision.MeetingState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One meeting: its agenda on the left, what it decides on the right, taken down line by line. */
@Route("meetings/:id(\\d+)")
@PageTitle("例会 · 挂图作战")
@PermitAll
@CssImport("./registers/registers.css")
class MeetingView extends Div implements com.vaadin.flow.router.BeforeEnterObserver {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final transient Registers registers;
    private final PageFrame page = new PageFrame("例会");
    private final Div decided = new Div();
    private final Div agenda = new Div();
    private long id;

    MeetingView(Registers registers) {
        this.registers = registers;
        setSizeFull();
        decided.addClassName("guatu-card");
        agenda.addClassNames("guatu-card", "guatu-agenda");
        add(page);
    }

    @Override
    public void beforeEnter(com.vaadin.flow.router.BeforeEnterEvent event) {
        id = event.getRouteParameters().getLong("id").orElse(0L);
        if (id <= 0) {
            throw new NotFoundException();
        }
        show();
    }

    private void show() {
        Meeting meeting = registers.meetings().require(new MeetingId(id));
        page.title(meeting.title());
        page.scope(Figures.day(meeting.heldOn(), meeting.year()) + " · "
                + meeting.state().label()
                + (meeting.minutesOn() == null ? "" : "(" + Figures.day(meeting.minutesOn(), meeting.year()) + ")"));
        page.actions(actions(meeting));
        fillAgenda(meeting);
        fillDecided(meeting);
        Div columns = new Div(agenda, decided);
        columns.addClassName("guatu-meeting");
        page.body(columns);
    }

    private void fillAgenda(Meeting meeting) {
        agenda.removeAll();
        agenda.add(
                new H2("议题"),
                new AgendaList(registers.agendas().of(meeting, registers.user().scope())));
    }

    private void fillDecided(Meeting meeting) {
        List<Decision> all = registers
                .decisions()
                .ofMeeting(meeting.year(), meeting.heldOn(), registers.user().scope());
        decided.removeAll();
        decided.add(new H2("议定事项 " + all.size() + " 项"));
        if (registers.oversees()) {
            decided.add(new CapturePanel(registers, meeting, this::show));
        }
        if (all.isEmpty()) {
            decided.add(new Paragraph("还没有议定事项。"));
        } else {
            decided.add(grid(meeting, all));
        }
        decided.add(new MeetingFacts(meeting));
    }

    private Grid<Decision> grid(Meeting meeting, List<Decision> all) {
        var units = registers.units();
        Grid<Decision> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addComponentColumn(each -> new Anchor(
                        "decisions?status=all&year=" + meeting.year() + "&open="
                                + each.id().value(),
                        each.matter()))
                .setHeader("事项")
                .setWidth("220px");
        grid.addColumn(each -> units.get(each.lead())).setHeader("牵头").setWidth("110px");
        grid.addColumn(each -> Figures.day(each.due(), meeting.year()))
                .setHeader("时限")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(each -> each.status().label())
                .setHeader("状态")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.setItems(all);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "本次议定事项");
        return grid;
    }

    private Component[] actions(Meeting meeting) {
        List<Component> actions = new ArrayList<>();
        actions.add(new Anchor("meetings?year=" + meeting.year(), "全部例会"));
        var scope = registers.user().scope();
        Anchor minutes = new Anchor();
        minutes.setHref(DownloadHandler.fromInputStream(event -> {
            byte[] paper = registers.agendas().minutes(meeting, scope);
            return new DownloadResponse(
                    new ByteArrayInputStream(paper),
                    meeting.title() + "纪要-" + meeting.heldOn() + ".docx",
                    DOCX,
                    paper.length);
        }));
        minutes.add("下载纪要");
        minutes.addClassName("guatu-export");
        actions.add(minutes);
        if (registers.oversees()) {
            actions.add(new Button("修改", click -> edit(meeting)));
            if (meeting.state() == MeetingState.PLANNED) {
                actions.add(new Button(
                        "开始会议",
                        click -> done(
                                () -> registers.meetings().open(meeting, registers.recording(meeting.year())),
                                "会议已开始。")));
            } else if (meeting.state() == MeetingState.HELD) {
                actions.add(new Button("印发纪要", click -> issue(meeting)));
            }
            Button handOut = new Button("全部交办", click -> handOut(meeting));
            handOut.addThemeVariants(ButtonVariant.PRIMARY);
            handOut.setVisible(registers.decisions().ofMeeting(meeting.year(), meeting.heldOn(), scope).stream()
                    .anyMatch(each -> each.status() == DecisionStatus.NOT_ASSIGNED));
            actions.add(handOut);
        }
        return actions.toArray(Component[]::new);
    }

    private void handOut(Meeting meeting) {
        done(
                () ->
                        registers
                                .decisions()
                                .ofMeeting(
                                        meeting.year(),
                                        meeting.heldOn(),
                                        registers.user().scope())
                                .stream()
                                .filter(each -> each.status() == DecisionStatus.NOT_ASSIGNED)
                                .forEach(each -> registers
                                        .decisions()
                                        .move(
                                                each.id(),
                                                each.version(),
                                                DecisionMove.HAND_OUT,
                                                null,
                                                registers.recording(meeting.year()))),
                "已全部交办,牵头单位已收到通知。");
    }

    private void issue(Meeting meeting) {
        DatePicker on = new DatePicker("印发日期", registers.clock().today());
        on.setI18n(ChineseTexts.datePicker());
        dialog(
                "印发纪要",
                "印发",
                new Div(on),
                () -> registers
                        .meetings()
                        .issueMinutes(
                                meeting,
                                Objects.requireNonNullElse(
                                        on.getValue(),
                                        LocalDate.ofInstant(
                                                registers.clock().now(),
                                                registers.clock().zone())),
                                registers.recording(meeting.year())));
    }

    private void edit(Meeting meeting) {
        TextField title = field("名称", meeting.title());
        TextField place = field("地点", meeting.place());
        TextField chair = field("主持", meeting.chair());
        TextField attendees = field("参会", meeting.attendees());
        TextArea note = new TextArea("写入纪要的其他内容");
        note.setValue(Objects.requireNonNullElse(meeting.note(), ""));
        note.setMaxLength(4000);
        note.addClassName("wide");
        attendees.addClassName("wide");
        Div form = new Div(title, place, chair, attendees, note);
        form.addClassName("guatu-form");
        dialog(
                "修改会议",
                "保存",
                form,
                () -> registers
                        .meetings()
                        .edit(
                                meeting.id(),
                                meeting.version(),
                                new MeetingData(
                                        meeting.year(),
                                        meeting.heldOn(),
                                        title.getValue().strip(),
                                        MeetingsView.blank(place),
                                        MeetingsView.blank(chair),
                                        MeetingsView.blank(attendees),
                                        note.isEmpty() ? null : note.getValue().strip()),
                                registers.recording(meeting.year())));
    }

    private void dialog(String title, String verb, Component form, Runnable work) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("min(560px, 94vw)");
        dialog.add(form);
        Button save = new Button(verb, click -> {
            if (done(work, "已" + verb + "。")) {
                dialog.close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), save);
        dialog.open();
    }

    private boolean done(Runnable work, String sentence) {
        try {
            work.run();
            Notices.success(sentence);
            show();
            return true;
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
            return false;
        }
    }

    private static TextField field(String label, @org.jspecify.annotations.Nullable String value) {
        TextField field = new TextField(label);
        field.setValue(Objects.requireNonNullElse(value, ""));
        return field;
    }

    /** Where, who chaired, who came; folded away, because the meeting is about the other things. */
    private static final class MeetingFacts extends Details {
        MeetingFacts(Meeting meeting) {
            setSummaryText("会议信息");
            add(new Facts()
                    .with("地点", meeting.place())
                    .with("主持", meeting.chair())
                    .with("参会", meeting.attendees())
                    .with("其他", meeting.note()));
        }
    }
}

package cn.guatu.supervision.ui;

import cn.guatu.org.Unit;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.supervision.CaptureLine;
import cn.guatu.supervision.Meeting;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;

/** Takes decisions down in the meeting: one line each, read while it is typed, kept with Enter. */
class CapturePanel extends Div {

    private final transient Registers registers;
    private final transient Meeting meeting;
    private final transient List<Unit> units;
    private final transient WorkCalendar calendar;
    private final transient Runnable taken;
    private final TextField line = new TextField("记一条");
    private final Div preview = new Div();

    CapturePanel(Registers registers, Meeting meeting, Runnable taken) {
        this.registers = registers;
        this.meeting = meeting;
        this.units = registers.org().units();
        this.calendar = registers.calendars().current();
        this.taken = taken;
        addClassName("guatu-capture");
        line.setPlaceholder("事项 | 牵头 | 配合 | 时限");
        line.setHelperText("例:协调学校用地腾挪 | 更新科 | 教育局 | 11月30日(或 月底、5个工作日),回车记下");
        line.setValueChangeMode(ValueChangeMode.LAZY);
        line.setValueChangeTimeout(200);
        line.addValueChangeListener(change -> preview(read()));
        addAttachListener(attached -> line.focus());
        preview.addClassName("guatu-capture-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        Button keep = new Button("记下", click -> keep());
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.addClickShortcut(Key.ENTER).listenOn(line);
        Div buttons = new Div(keep);
        buttons.addClassName("guatu-buttons");
        add(line, preview, buttons);
    }

    private CaptureLine read() {
        return CaptureLine.read(line.getValue(), units, meeting.heldOn(), calendar);
    }

    private void preview(CaptureLine read) {
        preview.removeAll();
        if (line.isEmpty()) {
            return;
        }
        preview.add(new Span("牵头:" + (read.lead() == null ? "?" : read.lead().name())));
        preview.add(new Span("配合:" + (read.assisting().isEmpty() ? "无" : read.assisting())));
        preview.add(new Span("时限:" + (read.due() == null ? "?" : Figures.day(read.due(), meeting.year()))));
        if (!read.missing().isEmpty()) {
            Span missing = new Span("还差:" + String.join(";", read.missing()));
            missing.addClassName("guatu-problem");
            preview.add(missing);
        }
    }

    private void keep() {
        CaptureLine read = read();
        if (!read.missing().isEmpty()) {
            preview(read);
            line.focus();
            return;
        }
        try {
            registers
                    .decisions()
                    .capture(
                            meeting.year(),
                            meeting.heldOn(),
                            read.matter(),
                            Objects.requireNonNull(read.lead()).id(),
                            read.assisting(),
                            Objects.requireNonNull(read.due()),
                            registers.recording(meeting.year()));
            taken.run();
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
        }
    }
}

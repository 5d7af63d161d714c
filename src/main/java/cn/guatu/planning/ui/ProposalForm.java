package cn.guatu.planning.ui;

import cn.guatu.planning.Attachment;
import cn.guatu.planning.ProposalData;
import cn.guatu.planning.TargetProposals;
import cn.guatu.planning.rule.Unreadable;
import cn.guatu.planning.rule.Written;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.target.Target;
import cn.guatu.target.VersionStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Proposes a value with its paper; what it would change is shown while it is typed. */
final class ProposalForm extends Div {

    private final Target target;
    private final transient TargetProposals proposals;
    private final Select<VersionStatus> status = new Select<>();
    private final TextField value = new TextField("年度目标");
    private final TextField docNo = new TextField("文号");
    private final DatePicker from = new DatePicker("生效日期");
    private final TextArea reason = new TextArea("原因（调整或调减时必填）");
    private final Div effect = new Div();
    private final Span problem = new Span();
    private transient @Nullable Attachment file;

    ProposalForm(Target target, TargetProposals proposals, BusinessClock clock, Consumer<String> done) {
        this.target = target;
        this.proposals = proposals;
        addClassName("guatu-form");
        status.setLabel("状态");
        status.setItems(VersionStatus.values());
        status.setItemLabelGenerator(VersionStatus::label);
        status.setValue(VersionStatus.CONFIRMED);
        value.setSuffixComponent(new Span(target.unit()));
        value.setValueChangeMode(ValueChangeMode.LAZY);
        from.setI18n(ChineseTexts.datePicker());
        LocalDate today = clock.today();
        from.setValue(today.getYear() == target.year() ? today : LocalDate.of(target.year(), 1, 1));
        value.addValueChangeListener(change -> preview());
        from.addValueChangeListener(change -> preview());
        status.addValueChangeListener(change -> preview());
        Upload upload = new Upload(UploadHandler.inMemory(
                (meta, bytes) -> file = new Attachment(meta.fileName(), meta.contentType(), bytes)));
        upload.setI18n(ChineseTexts.upload());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(TargetProposals.LARGEST);
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button propose = new Button("提交批准", click -> {
            try {
                proposals.propose(read(), file);
                done.accept("已提交，等待责任领导批准；批准前仍按现行目标计算。");
            } catch (Unreadable unreadable) {
                problem.setText(unreadable.sentence());
            } catch (RuntimeException failure) {
                problem.setText(FailureReport.of(failure).sentence());
            }
        });
        propose.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(propose);
        buttons.addClassNames("guatu-buttons", "wide");
        reason.addClassName("wide");
        upload.addClassName("wide");
        effect.addClassName("wide");
        add(status, value, docNo, from, reason, upload, effect, problem, buttons);
        value.focus();
    }

    private void preview() {
        effect.removeAll();
        problem.setText("");
        if (value.getValue().isBlank() || from.getValue() == null) {
            return;
        }
        try {
            effect.add(new EffectTable(target, proposals.effect(read())));
        } catch (Unreadable unreadable) {
            problem.setText(unreadable.sentence());
        }
    }

    private ProposalData read() {
        Written.About about = Written.quantity(value.getValue(), target.unit());
        LocalDate day = from.getValue();
        if (about == null || day == null) {
            throw new Unreadable("请填写年度目标和生效日期。");
        }
        return new ProposalData(
                target.id(),
                status.getValue(),
                about.value(),
                blankToNull(docNo.getValue()),
                day,
                blankToNull(reason.getValue()));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}

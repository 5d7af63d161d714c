package cn.guatu.progress.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.time.ReportingWeek;
import cn.guatu.platform.ui.Notices;
import cn.guatu.progress.ReportKey;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.stream.IntStream;

/** Opens an item of a closed week again, with a reason: for the supervisor whom the refusal names. */
final class ReopenForm extends Div {

    private static final int WEEKS_BACK = 8;

    ReopenForm(Week week, ReportKey item, Runnable done) {
        addClassNames("guatu-card", "guatu-form");
        ReportingWeek current = week.deadlines().current();
        Select<ReportingWeek> which = new Select<>();
        which.setLabel("重新开启已截止的周");
        which.setItems(IntStream.rangeClosed(1, WEEKS_BACK)
                .mapToObj(back -> current.plus(-back))
                .toList());
        which.setItemLabelGenerator(Words::week);
        which.setValue(current.previous());
        TextField reason = new TextField("原因");
        reason.setMaxLength(1_000);
        Span problem = new Span();
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        Button reopen = new Button("重新开启", click -> {
            try {
                String until = Words.dayAndTime(week.reports().reopen(item.in(which.getValue()), reason.getValue()));
                Notices.success("已开启，" + until + " 前可以补报。");
                done.run();
            } catch (RuntimeException failure) {
                problem.setText(FailureReport.of(failure).sentence());
            }
        });
        reopen.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(reopen);
        buttons.addClassNames("guatu-buttons", "wide");
        add(which, reason, problem, buttons);
    }
}

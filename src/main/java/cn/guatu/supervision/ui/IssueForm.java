package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Notices;
import cn.guatu.supervision.NewOrder;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.SupervisionOrder;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.function.Consumer;

/** A 督办单 before it is issued: why, what is demanded and until when; the rest is the item's own. */
final class IssueForm extends Div {

    private final NewOrder draft;
    private final TextArea reason = new TextArea("督办事由");
    private final TextArea demand = new TextArea("办理要求");
    private final DatePicker deadline = new DatePicker("办理期限");
    private final Span problem = new Span();
    private final Button issue = new Button("签发督办单");

    IssueForm(OrderService orders, NewOrder draft, String department, Consumer<SupervisionOrder> issued) {
        this.draft = draft;
        addClassName("guatu-form");
        Span what = new Span(draft.subject() + " · 承办 " + department);
        what.addClassNames("wide", "guatu-sentence");
        reason.setMaxLength(1000);
        reason.setValue(draft.reason());
        reason.setPlaceholder("例如：已逾期，多次催办未见进展");
        demand.setMaxLength(4000);
        demand.setValue(draft.demand());
        for (TextArea text : new TextArea[] {reason, demand}) {
            text.addClassName("wide");
            text.setMinHeight("96px");
        }
        deadline.setI18n(ChineseTexts.datePicker());
        deadline.setValue(draft.deadline());
        problem.addClassNames("wide", "guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        issue.addClickListener(click -> issue(orders, issued));
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.setDisableOnClick(true);
        Div buttons = new Div(issue);
        buttons.addClassNames("wide", "guatu-buttons");
        add(what, reason, demand, deadline, problem, buttons);
    }

    private void issue(OrderService orders, Consumer<SupervisionOrder> issued) {
        SupervisionOrder order;
        try {
            order = orders.issue(filled());
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            issue.setEnabled(true);
            return;
        }
        Notices.success(order.title() + "已签发，承办科室负责人会收到通知。");
        issued.accept(order);
    }

    private NewOrder filled() {
        LocalDate by = deadline.getValue();
        if (by == null) {
            throw Refusal.invalid("请选择办理期限。");
        }
        return new NewOrder(
                draft.planYear(),
                draft.phase(),
                draft.node(),
                draft.decision(),
                draft.subject(),
                reason.getValue().strip(),
                demand.getValue().strip(),
                draft.department(),
                draft.leader(),
                by);
    }
}

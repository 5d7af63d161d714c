package cn.guatu.supervision.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import cn.guatu.supervision.OrderAction;
import cn.guatu.supervision.OrderRequest;
import cn.guatu.supervision.OrderService;
import cn.guatu.supervision.OrderStep;
import cn.guatu.supervision.SupervisionOrder;
import cn.guatu.supervision.SupervisionWord;
import cn.guatu.supervision.WordService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One 督办单: what is demanded, what happened, and what the viewer may do now. */
final class OrderPanel extends Div {

    private final transient OrderService orders;
    private final transient WordService words;
    private final transient CurrentUser user;
    private final SupervisionOrder order;
    private final String department;
    private final transient UnaryOperator<String> who;
    private final Runnable changed;
    private final Span problem = new Span();

    OrderPanel(
            OrderService orders,
            WordService words,
            CurrentUser user,
            SupervisionOrder order,
            String department,
            UnaryOperator<String> who,
            Runnable changed) {
        this.orders = orders;
        this.words = words;
        this.user = user;
        this.order = order;
        this.department = department;
        this.who = who;
        this.changed = changed;
        addClassName("guatu-order");
        problem.addClassName("guatu-problem");
        problem.getElement().setAttribute("role", "alert");
        List<OrderStep> steps = orders.steps(order.id());
        add(facts(), problem, actions());
        orders.requests(order.id()).forEach(request -> add(request(request)));
        add(said(), history(steps), print(steps));
    }

    private Component facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("guatu-facts");
        fact(facts, "状态", order.state().label());
        fact(facts, "事项", order.subject());
        fact(facts, "承办科室", department);
        fact(facts, "责任领导", order.leader());
        fact(facts, "事由", order.reason());
        fact(facts, "要求", order.demand());
        fact(
                facts,
                "期限",
                Figures.day(order.deadline(), order.year())
                        + (order.deadline().equals(order.firstDeadline())
                                ? ""
                                : "（原 " + Figures.day(order.firstDeadline(), order.year()) + "）"));
        fact(facts, "整改方案", order.plan());
        fact(facts, "答复", order.reply());
        fact(facts, "核验意见", order.verdict());
        return facts;
    }

    private static void fact(DescriptionList facts, String term, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new DescriptionList.Term(term), new DescriptionList.Description(text));
        }
    }

    private Component actions() {
        List<OrderAction> allowed = orders.allowed(order);
        Div part = new Div();
        part.addClassName("guatu-form");
        if (allowed.isEmpty()) {
            return part;
        }
        TextArea remark = new TextArea("内容");
        remark.setPlaceholder("整改方案、答复、退回理由或核验意见");
        remark.addClassName("wide");
        remark.setMaxLength(4000);
        remark.setMinHeight("96px");
        DatePicker from = day("新期限 / 停表起");
        DatePicker to = day("停表止");
        boolean mayAsk = allowed.contains(OrderAction.EXTENSION_ASKED);
        part.add(remark);
        if (mayAsk) {
            part.add(from, to);
        }
        Div buttons = new Div();
        buttons.addClassNames("guatu-buttons", "wide");
        for (OrderAction action : allowed) {
            Button button = new Button(action.label(), click -> doIt(action, remark, from, to));
            button.addThemeVariants(
                    action == OrderAction.RETURNED || action == OrderAction.WITHDRAWN
                            ? ButtonVariant.ERROR
                            : isNext(action) ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
            if (isNext(action)) {
                buttons.addComponentAsFirst(button);
            } else {
                buttons.add(button);
            }
        }
        part.add(buttons);
        return part;
    }

    /** Brings the order on; what asks for time, sends back or withdraws stands behind. */
    private static boolean isNext(OrderAction action) {
        return switch (action) {
            case SIGNED, PLANNED, ANSWERED, VERIFIED, CLOSED -> true;
            default -> false;
        };
    }

    private static DatePicker day(String label) {
        DatePicker day = new DatePicker(label);
        day.setI18n(ChineseTexts.datePicker());
        return day;
    }

    private void doIt(OrderAction action, TextArea remark, DatePicker from, DatePicker to) {
        attempt(action.label() + "完成。", () -> {
            if (action == OrderAction.EXTENSION_ASKED) {
                orders.askExtension(order.id(), order.version(), given(from), remark.getValue());
            } else if (action == OrderAction.STOP_ASKED) {
                orders.askStop(order.id(), order.version(), given(from), given(to), remark.getValue());
            } else {
                orders.move(order.id(), order.version(), action, remark.getValue());
            }
        });
    }

    private static LocalDate given(DatePicker day) {
        if (day.getValue() == null) {
            throw Refusal.invalid("请选择日期。");
        }
        return day.getValue();
    }

    private void attempt(String done, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            problem.setText(FailureReport.of(failure).sentence());
            return;
        }
        Notices.success(done);
        changed.run();
    }

    private Component request(OrderRequest request) {
        Div part = new Div(new H3("申请：" + request.words()));
        Span text = new Span(who.apply(request.askedBy()) + "：" + request.reason());
        part.add(text);
        if (request.granted() != null) {
            part.add(new Div(
                    (request.granted() ? "已批准" : "未批准") + "，" + who.apply(Objects.requireNonNull(request.decidedBy()))
                            + (request.remark() == null ? "" : "：" + request.remark())));
        } else if (user.has(Permission.OPERATE) || user.has(Permission.APPROVE)) {
            TextArea remark = new TextArea("审批意见");
            remark.setWidthFull();
            Button grant = new Button(
                    "批准", click -> attempt("已批准。", () -> orders.decide(request.id(), true, remark.getValue())));
            grant.addThemeVariants(ButtonVariant.PRIMARY);
            Button refuse = new Button(
                    "不批准", click -> attempt("已答复不批准。", () -> orders.decide(request.id(), false, remark.getValue())));
            Div buttons = new Div(grant, refuse);
            buttons.addClassName("guatu-buttons");
            part.add(remark, buttons);
        } else {
            part.add(new Div("待督查专员或局领导审批。"));
        }
        return part;
    }

    private Component said() {
        Div part = new Div();
        List<SupervisionWord> all = words.words(order.planYear()).stream()
                .filter(word -> order.id().equals(word.about().order()))
                .toList();
        if (!all.isEmpty()) {
            part.add(new H3("催办与批示"));
            all.forEach(word -> part.add(new Div(
                    word.kind().label() + " · " + word.by() + " · " + Words.minute(word.at()) + "：" + word.text())));
        }
        for (SupervisionWord.Kind kind : SupervisionWord.Kind.values()) {
            if (order.state().isOpen() && SayPanel.may(user, kind)) {
                Button button = new Button(kind.label());
                button.addClickListener(click -> {
                    button.setVisible(false);
                    part.add(new SayPanel(
                            words,
                            kind,
                            order.planYear(),
                            SupervisionWord.About.order(order),
                            order.title() + " " + order.subject(),
                            changed));
                });
                part.add(button);
            }
        }
        return part;
    }

    private Component history(List<OrderStep> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("guatu-timeline");
        steps.forEach(step -> list.add(
                new ListItem(Words.minute(step.at()) + " · " + step.action().label() + " · " + who.apply(step.actor())
                        + (step.remark() == null ? "" : "：" + step.remark()))));
        return new Div(new H3("办理经过"), list);
    }

    private Component print(List<OrderStep> steps) {
        DownloadHandler file = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = OrderPaper.pdf(order, department, steps, who);
            event.getResponse().setHeader("Cache-Control", "no-store");
            return new DownloadResponse(
                    new ByteArrayInputStream(bytes), order.title() + ".pdf", "application/pdf", bytes.length);
        });
        Anchor anchor = new Anchor(file, "打印文书(PDF)");
        anchor.addClassName("guatu-export");
        return anchor;
    }
}

package cn.guatu.notification.ui;

import cn.guatu.notification.Message;
import cn.guatu.notification.MessageState;
import cn.guatu.notification.NoticeSettingsService;
import cn.guatu.notification.NotificationAddresses;
import cn.guatu.notification.OutboxService;
import cn.guatu.org.OrgService;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 通知发送: what went out by mail and robots, what failed and why, with 再试; the robots and the hours behind it. */
@Route("notices/outbox")
@PageTitle("通知发送 · 挂图作战")
@Menu(title = "通知发送", order = 76, icon = "vaadin:envelope-o")
@RolesAllowed(Roles.ADMIN)
class OutboxView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);
    private static final String STATE = "state";
    private static final int SHOWN = 200;

    private final transient OutboxService outbox;
    private final transient RobotsCard robots;
    private final PageFrame page = new PageFrame("通知发送");
    private @Nullable MessageState state;

    OutboxView(OutboxService outbox, NoticeSettingsService settings, NotificationAddresses addresses, OrgService org) {
        this.outbox = outbox;
        this.robots = new RobotsCard(settings, addresses, org);
        setSizeFull();
        page.actions(new Button("发送设置", click -> new SendingDialog(settings).open()));
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STATE)
                .flatMap(OutboxView::state)
                .orElse(null);
        refresh();
    }

    private void refresh() {
        page.scope(outbox.mailIsConfigured() ? "邮件服务器已配置" : "没有配置邮件服务器(GUATU_SMTP_HOST),邮件等待配置后发出");
        page.filters(chips());
        List<Message> messages = outbox.page(state, 0, SHOWN);
        Component list = messages.isEmpty()
                ? new EmptyState(state == null ? "还没有发出过邮件或群消息。" : "没有“" + state.label() + "”的消息。")
                : grid(messages);
        page.body(list, robots.refreshed());
    }

    private Grid<Message> grid(List<Message> messages) {
        Grid<Message> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(each -> each.state().label())
                .setHeader("状态")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(each -> each.channel().label())
                .setHeader("渠道")
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(Message::to).setHeader("收件").setWidth("140px").setFlexGrow(0);
        grid.addColumn(Message::notices).setHeader("通知数").setWidth("80px").setFlexGrow(0);
        grid.addColumn(each -> time(each.createdAt()))
                .setHeader("生成")
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(each -> each.state() == MessageState.WAITING && each.attempts() > 0
                        ? time(each.nextAt()) + " 再试"
                        : time(each.sentAt()))
                .setHeader("发出")
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addColumn(Message::attempts).setHeader("次数").setWidth("70px").setFlexGrow(0);
        grid.addColumn(each -> each.state() == MessageState.SENT || each.error() == null ? "" : each.error())
                .setHeader("原因")
                .setWidth("240px");
        grid.addComponentColumn(this::verbs).setHeader("操作").setWidth("170px").setFlexGrow(0);
        grid.setItems(messages);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", "发出的消息");
        return grid;
    }

    private Component verbs(Message message) {
        Div verbs = new Div();
        verbs.addClassName("guatu-buttons");
        if (message.state() == MessageState.FAILED || message.state() == MessageState.DOUBTFUL) {
            Button retry = new Button("再试", click -> retry(message));
            retry.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            Button confirm = new Button("已送达", click -> decide(() -> outbox.confirm(message), "已记为送达。"));
            confirm.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            verbs.add(retry, confirm);
        }
        return verbs;
    }

    private void retry(Message message) {
        if (message.state() == MessageState.FAILED) {
            decide(() -> outbox.retry(message), "半分钟内再发一次。");
            return;
        }
        ConfirmDialog sure = new ConfirmDialog(
                "再发一次",
                "上次发送途中中断,对方可能已经收到;再发可能收到两份(邮件编号相同:" + message.key() + ")。",
                "再发",
                confirm -> decide(() -> outbox.retry(message), "半分钟内再发一次。"));
        sure.setCancelable(true);
        sure.setCancelText("取消");
        sure.open();
    }

    private void decide(Runnable decision, String done) {
        try {
            decision.run();
            Notices.success(done);
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
        }
        refresh();
    }

    private Component[] chips() {
        Map<MessageState, Integer> counts = outbox.counts();
        List<Component> chips = new ArrayList<>();
        chips.add(new Chip("全部", state == null, () -> go(null)));
        for (MessageState each : MessageState.values()) {
            int count = counts.getOrDefault(each, 0);
            if (count > 0 || each == state) {
                chips.add(new Chip(each.label() + " " + count, each == state, () -> go(each)));
            }
        }
        return chips.toArray(Component[]::new);
    }

    private static void go(@Nullable MessageState state) {
        UI.getCurrent()
                .navigate(
                        "notices/outbox",
                        state == null ? QueryParameters.empty() : QueryParameters.simple(Map.of(STATE, state.name())));
    }

    private static java.util.Optional<MessageState> state(String word) {
        for (MessageState each : MessageState.values()) {
            if (each.name().equals(word)) {
                return java.util.Optional.of(each);
            }
        }
        return java.util.Optional.empty();
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }
}

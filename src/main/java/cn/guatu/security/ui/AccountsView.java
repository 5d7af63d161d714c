package cn.guatu.security.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Account;
import cn.guatu.security.AccountAdministration;
import cn.guatu.security.Candidate;
import cn.guatu.security.Role;
import cn.guatu.security.Roles;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 账号: who can sign in, with which roles. */
@Route("accounts")
@Menu(title = "账号", order = 72, icon = "vaadin:key")
@PageTitle("账号 · 挂图作战")
@RolesAllowed(Roles.ADMIN)
@CssImport("./security/door.css")
class AccountsView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

    private final AccountAdministration accounts;
    private final PageFrame page = new PageFrame("账号");
    private final Grid<Account> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Select<String> state = new Select<>();

    AccountsView(AccountAdministration accounts) {
        this.accounts = accounts;
        setSizeFull();
        columns();
        search.setPlaceholder("姓名、账号、单位");
        search.setAriaLabel("查找账号");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filtered(change.isFromClient()));
        state.setItems("", "未设密码", "已锁定", "已停用");
        state.setItemLabelGenerator(each -> each.isEmpty() ? "全部状态" : each);
        state.setAriaLabel("状态");
        state.setValue("");
        state.addValueChangeListener(change -> filtered(change.isFromClient()));
        page.filters(search, state);
        Button open = new Button("开通账号", click -> openAccounts());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        page.actions(new Button("新建账号", click -> newAccount()), open);
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        state.setValue(query.getSingleParameter("state").orElse(""));
        refresh();
    }

    private void filtered(boolean byHand) {
        if (byHand) {
            Map<String, String> query = new LinkedHashMap<>();
            if (!search.isEmpty()) {
                query.put("q", search.getValue());
            }
            if (state.getValue() != null && !state.getValue().isEmpty()) {
                query.put("state", state.getValue());
            }
            UI.getCurrent().navigate(AccountsView.class, QueryParameters.simple(query));
        }
    }

    private void refresh() {
        List<Account> all = accounts.accounts();
        List<Account> shown = all.stream().filter(this::matches).toList();
        page.scope("共 " + all.size() + " 个账号");
        grid.setItems(shown);
        page.body(shown.isEmpty() ? new EmptyState("没有符合条件的账号。") : grid);
    }

    private boolean matches(Account account) {
        String words = search.getValue().strip().toLowerCase(Locale.ROOT);
        String text = account.displayName() + " " + account.username() + " " + orDash(account.unitName());
        String wanted = state.getValue();
        return text.toLowerCase(Locale.ROOT).contains(words)
                && (wanted == null || wanted.isEmpty() || wanted.equals(stateOf(account)));
    }

    private void columns() {
        grid.addColumn(Account::displayName).setHeader("姓名").setFrozen(true).setSortable(true);
        grid.addColumn(Account::username).setHeader("账号").setSortable(true);
        grid.addColumn(each -> orDash(each.unitName())).setHeader("单位").setSortable(true);
        grid.addColumn(AccountsView::rolesOf).setHeader("角色").setAutoWidth(true);
        grid.addColumn(AccountsView::stateOf).setHeader("状态").setSortable(true);
        grid.addColumn(each -> time(each.lastSignInAt())).setHeader("最近登录").setSortable(true);
        grid.addComponentColumn(this::verbs).setHeader("操作").setFlexGrow(0).setWidth("120px");
    }

    private Component verbs(Account account) {
        MenuBar bar = new MenuBar();
        bar.setI18n(ChineseTexts.menuBar());
        var menu = bar.addItem("操作").getSubMenu();
        menu.addItem("修改角色", click -> changeRoles(account));
        menu.addItem("重置密码", click -> act(() -> Links.show(List.of(accounts.reset(account.id())))));
        if (account.lockedUntil() != null) {
            menu.addItem(
                    "解锁",
                    click -> act(() -> {
                        accounts.unlock(account.id());
                        Notices.success(account.displayName() + "已解锁。");
                    }));
        }
        menu.addItem(
                account.enabled() ? "停用" : "启用",
                click -> act(() -> {
                    accounts.setEnabled(account.id(), !account.enabled());
                    Notices.success(account.displayName() + (account.enabled() ? "已停用,其会话随即结束。" : "已启用。"));
                }));
        return bar;
    }

    private void openAccounts() {
        List<Candidate> candidates = accounts.candidates();
        Dialog dialog = new Dialog("开通账号");
        dialog.setWidth("min(720px, 94vw)");
        if (candidates.isEmpty()) {
            dialog.add(new EmptyState("没有待开通的人员。在“人员”中填写账号后,会出现在这里。"));
            dialog.getFooter().add(new Button("关闭", click -> dialog.close()));
            dialog.open();
            return;
        }
        Grid<Candidate> list = new Grid<>();
        list.setSelectionMode(Grid.SelectionMode.MULTI);
        list.addColumn(Candidate::name).setHeader("姓名");
        list.addColumn(Candidate::username).setHeader("账号");
        list.addColumn(Candidate::unitName).setHeader("单位");
        list.addColumn(each -> each.role().label()).setHeader("角色");
        list.setItems(candidates);
        list.setHeight("360px");
        Button open = new Button(
                "开通所选",
                click -> act(() -> {
                    List<AccountAdministration.Issued> issued = accounts.open(list.getSelectedItems());
                    dialog.close();
                    Links.show(issued);
                }));
        open.setEnabled(false);
        open.addThemeVariants(ButtonVariant.PRIMARY);
        list.addSelectionListener(
                change -> open.setEnabled(!change.getAllSelectedItems().isEmpty()));
        dialog.add(new Paragraph("勾选人员,按其岗位开通账号,并得到一次性链接。"), list);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), open);
        dialog.open();
    }

    private void newAccount() {
        TextField username = new TextField("账号");
        username.setMaxLength(64);
        RoleChoice roles = new RoleChoice();
        Dialog dialog = new Dialog("新建账号");
        dialog.add(new Paragraph("用于没有列入人员的账号,例如另一位系统管理员。"), new Div(username), roles);
        Button create = new Button(
                "新建",
                click -> act(() -> {
                    AccountAdministration.Issued issued = accounts.open(username.getValue(), roles.chosen());
                    dialog.close();
                    Links.show(List.of(issued));
                }));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), create);
        dialog.open();
    }

    private void changeRoles(Account account) {
        RoleChoice roles = new RoleChoice();
        roles.choose(account.roles());
        Dialog dialog = new Dialog("修改角色");
        dialog.add(new Span(account.displayName() + "(" + account.username() + ")"), roles);
        Button save = new Button(
                "保存",
                click -> act(() -> {
                    accounts.setRoles(account.id(), roles.chosen());
                    dialog.close();
                    Notices.success("角色已修改," + account.displayName() + "需重新登录。");
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), save);
        dialog.open();
    }

    private void act(Runnable work) {
        try {
            work.run();
            refresh();
        } catch (Refusal refusal) {
            Notices.error(refusal.sentence());
        }
    }

    private static String rolesOf(Account account) {
        return account.roles().stream().sorted().map(Role::label).collect(Collectors.joining("、"));
    }

    private static String stateOf(Account account) {
        if (!account.enabled()) {
            return "已停用";
        }
        if (account.lockedUntil() != null) {
            return "已锁定";
        }
        return account.passwordSet() ? "正常" : "未设密码";
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "—" : MINUTE.format(at);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "—" : text;
    }
}

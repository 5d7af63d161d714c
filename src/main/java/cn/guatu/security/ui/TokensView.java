package cn.guatu.security.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Account;
import cn.guatu.security.AccountAdministration;
import cn.guatu.security.ApiToken;
import cn.guatu.security.Permission;
import cn.guatu.security.Roles;
import cn.guatu.security.TokenService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 接口令牌: which programs may call the HTTP interface. */
@Route("tokens")
@Menu(title = "接口令牌", order = 73, icon = "vaadin:plug")
@PageTitle("接口令牌 · 挂图作战")
@RolesAllowed(Roles.ADMIN)
@CssImport("./security/door.css")
class TokensView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessClock.ZONE);

    private final TokenService tokens;
    private final AccountAdministration accounts;
    private final BusinessClock clock;
    private final PageFrame page = new PageFrame("接口令牌");
    private final Grid<ApiToken> grid = new Grid<>();

    TokensView(TokenService tokens, AccountAdministration accounts, BusinessClock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
        setSizeFull();
        grid.addColumn(ApiToken::name).setHeader("名称").setFrozen(true).setSortable(true);
        grid.addColumn(each -> each.owner() == null ? "—" : each.owner()).setHeader("负责人账号");
        grid.addColumn(TokensView::scopesOf).setHeader("权限").setAutoWidth(true);
        grid.addColumn(each -> time(each.expiresAt(), "长期")).setHeader("到期");
        grid.addColumn(each -> time(each.lastUsedAt(), "—")).setHeader("最近使用").setSortable(true);
        grid.addColumn(this::stateOf).setHeader("状态").setSortable(true);
        grid.addComponentColumn(this::revoke).setHeader("操作").setFlexGrow(0).setWidth("120px");
        page.scope("供区数据中心等程序调用 /api/v1");
        page.actions(issueButton());
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        List<ApiToken> all = tokens.tokens();
        grid.setItems(all);
        page.body(all.isEmpty() ? new EmptyState("还没有接口令牌。", issueButton()) : grid);
    }

    private Button issueButton() {
        Button issue = new Button("新建令牌", click -> issue());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        return issue;
    }

    private void issue() {
        TextField name = new TextField("名称");
        name.setPlaceholder("例如:区数据中心");
        name.setMaxLength(48);
        ComboBox<Account> owner = new ComboBox<>("负责人");
        owner.setItems(accounts.accounts().stream().filter(Account::enabled).toList());
        owner.setItemLabelGenerator(each -> each.displayName() + "(" + each.username() + ")");
        owner.setHelperText("令牌只看得到负责人看得到的数据;其账号停用,令牌随之失效");
        CheckboxGroup<Permission> scopes = new CheckboxGroup<>("权限");
        scopes.setItems(Permission.values());
        scopes.setItemLabelGenerator(each -> each.label() + "(" + each.scope() + ")");
        scopes.setValue(Set.of(Permission.READ));
        DatePicker until = new DatePicker("有效期至");
        until.setI18n(ChineseTexts.datePicker());
        until.setMin(clock.today());
        until.setValue(clock.today().plusYears(1));
        VerticalLayout form = new VerticalLayout(name, owner, scopes, until);
        form.setPadding(false);
        Dialog dialog = new Dialog("新建令牌");
        dialog.setWidth("min(560px, 94vw)");
        dialog.add(form);
        Button create = new Button("新建", click -> {
            try {
                if (owner.getValue() == null) {
                    throw Refusal.invalid("请选择负责人。");
                }
                String secret = tokens.issue(
                        name.getValue(), owner.getValue().id(), scopes.getValue(), endOf(until.getValue()));
                dialog.close();
                refresh();
                Links.showToken(name.getValue().strip(), secret);
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), create);
        dialog.open();
    }

    private Component revoke(ApiToken token) {
        if (token.revokedAt() != null) {
            return new Span();
        }
        Button revoke = new Button("停用", click -> {
            ConfirmDialog sure =
                    new ConfirmDialog("停用令牌", "停用“" + token.name() + "”后,使用它的程序将立即无法调用,且不能恢复。", "停用", confirm -> {
                        tokens.revoke(token);
                        refresh();
                    });
            sure.setCancelable(true);
            sure.setCancelText("取消");
            sure.open();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return revoke;
    }

    private String stateOf(ApiToken token) {
        if (token.revokedAt() != null) {
            return "已停用";
        }
        return token.expiresAt() != null && !clock.now().isBefore(token.expiresAt()) ? "已到期" : "有效";
    }

    private static String scopesOf(ApiToken token) {
        return EnumSet.allOf(Permission.class).equals(token.scopes())
                ? "全部"
                : token.scopes().stream().sorted().map(Permission::label).collect(Collectors.joining("、"));
    }

    // the day itself is included
    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private static String time(@Nullable Instant at, String none) {
        return at == null ? none : MINUTE.format(at);
    }
}

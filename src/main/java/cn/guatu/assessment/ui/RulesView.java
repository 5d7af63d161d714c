package cn.guatu.assessment.ui;

import cn.guatu.assessment.RuleService;
import cn.guatu.assessment.RuleSet;
import cn.guatu.assessment.RuleSetState;
import cn.guatu.assessment.rule.ScoreRules;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** 评分规则: every version; a draft is edited, checked, tried on the last three published months, and put into use. */
@Route("assessment/rules")
@PageTitle("评分规则")
@PermitAll
@Menu(title = "评分规则", order = 42, icon = "vaadin:scale")
@CssImport("./desk/assessment.css")
class RulesView extends PageFrame implements AfterNavigationObserver {

    private final transient RuleService service;
    private final transient CurrentUser user;
    private final SidePanel panel = new SidePanel(this::closePanel);

    RulesView(RuleService service, CurrentUser user) {
        super("评分规则");
        this.service = service;
        this.user = user;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        panel.shut();
        List<RuleSet> versions = service.versions();
        RuleSet shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("version")
                .flatMap(text -> versions.stream()
                        .filter(each -> String.valueOf(each.rules().version()).equals(text))
                        .findFirst())
                .orElseGet(() -> versions.stream()
                        .filter(each -> each.state() == RuleSetState.ACTIVE)
                        .findFirst()
                        .orElse(versions.getFirst()));
        show(shown, versions);
    }

    private void show(RuleSet shown, List<RuleSet> versions) {
        scope(shown.rules().name() + " · " + shown.state().label()
                + (shown.activatedAt() == null
                        ? ""
                        : " · " + shown.activatedBy() + " 于 " + Moments.text(shown.activatedAt()) + " 启用"));
        Select<RuleSet> choice = new Select<>();
        choice.setAriaLabel("版本");
        choice.setWidth("190px");
        choice.setItems(versions);
        choice.setItemLabelGenerator(
                each -> "第 " + each.rules().version() + " 版 · " + each.state().label());
        choice.setValue(shown);
        choice.addValueChangeListener(change -> go(change.getValue().rules().version()));
        RuleEditor editor =
                new RuleEditor(shown.rules(), shown.state() == RuleSetState.DRAFT && user.has(Permission.OPERATE));
        List<Component> verbs = new ArrayList<>(List.of(choice));
        verbs.add(new Button("试算最近三个月", click -> tried(editor)));
        if (user.has(Permission.OPERATE)) {
            verbs.addAll(shown.state() == RuleSetState.DRAFT ? drafting(shown, editor) : List.of(copy(shown)));
        }
        actions(verbs.toArray(Component[]::new));
        body(findings(shown.rules()), editor);
    }

    private Component copy(RuleSet shown) {
        return new Button("据此起草新版", click -> {
            try {
                go(service.draftFrom(shown.rules()).rules().version());
            } catch (RuntimeException failure) {
                Notices.error(FailureReport.of(failure).sentence());
            }
        });
    }

    private List<Component> drafting(RuleSet shown, RuleEditor editor) {
        int version = shown.rules().version();
        Button save = new Button(
                "保存草稿", click -> carryOut(() -> service.saveDraft(editor.rules(), shown.version()), version));
        Button activate = new Button(
                "启用",
                click -> carryOut(
                        () -> {
                            service.saveDraft(editor.rules(), shown.version());
                            service.activate(version);
                        },
                        version));
        activate.addThemeVariants(ButtonVariant.PRIMARY);
        return List.of(save, activate);
    }

    private void tried(RuleEditor editor) {
        try {
            panel.open("试算：按最近三个已发布月份的事实", new DryRunPanel(service.dryRun(editor.rules())));
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
    }

    private Component findings(ScoreRules rules) {
        List<String> findings = service.check(rules);
        if (findings.isEmpty()) {
            return new Paragraph("检查通过：区间无空隙、无重叠，权重合计 100，没有形式主义指标，没有过小的分母。");
        }
        UnorderedList list = new UnorderedList();
        findings.forEach(each -> list.add(new ListItem(each)));
        Div box = new Div(new Paragraph("检查发现 " + findings.size() + " 处问题，改好之前不能启用："), list);
        box.addClassName("guatu-findings");
        box.getElement().setAttribute("role", "alert");
        return box;
    }

    private void carryOut(Runnable change, int version) {
        try {
            change.run();
            Notices.success("已保存。");
        } catch (RuntimeException failure) {
            Notices.error(FailureReport.of(failure).sentence());
        }
        List<RuleSet> versions = service.versions();
        versions.stream()
                .filter(each -> each.rules().version() == version)
                .findFirst()
                .ifPresent(each -> show(each, versions));
    }

    private static void go(int version) {
        UI.getCurrent().navigate("assessment/rules", QueryParameters.of("version", String.valueOf(version)));
    }

    private void closePanel() {
        panel.shut();
    }
}

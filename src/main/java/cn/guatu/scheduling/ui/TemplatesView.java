package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.project.Category;
import cn.guatu.scheduling.Stage;
import cn.guatu.scheduling.StageTemplate;
import cn.guatu.scheduling.StageTemplates;
import cn.guatu.scheduling.TemplateState;
import cn.guatu.security.CurrentUser;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 阶段模板: the graphs that projects are planned from; everybody reads them, administrators change them. */
@Route("templates")
@PageTitle("阶段模板")
@PermitAll
@Menu(title = "阶段模板", order = 24, icon = "vaadin:cluster")
@CssImport("./desk/schedule.css")
class TemplatesView extends PageFrame implements AfterNavigationObserver {

    private static final String ID = "id";

    private final transient StageTemplates templates;
    private final boolean mayEdit;
    private PageState address = new PageState("", Map.of());

    TemplatesView(StageTemplates templates, CurrentUser user) {
        super("阶段模板");
        this.templates = templates;
        this.mayEdit = user.has(Permission.ADMINISTER);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PageState.of(event.getLocation());
        show();
    }

    private void show() {
        List<StageTemplate> all = templates.all();
        scope(all.stream().filter(each -> each.state() == TemplateState.ACTIVE).count() + " 个启用 · 模板改动另起新版，不影响已套用的项目");
        if (mayEdit) {
            Button create = new Button("新建模板", click -> edit(null));
            create.addThemeVariants(ButtonVariant.PRIMARY);
            actions(create);
        }
        Optional<StageTemplate> chosen = all.stream()
                .filter(each -> String.valueOf(each.id().value()).equals(address.get(ID)))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> each.state() == TemplateState.ACTIVE)
                        .findFirst());
        Div split = new Div(
                list(all, chosen.orElse(null)),
                chosen.map(each -> new TemplateCard(each, mayEdit ? verbs(each) : new Div()))
                        .<Component>map(each -> each)
                        .orElseGet(Div::new));
        split.addClassName("guatu-split");
        body(split);
    }

    private Component list(List<StageTemplate> all, @Nullable StageTemplate chosen) {
        Grid<StageTemplate> grid = new Grid<>();
        grid.addColumn(StageTemplate::title).setHeader("模板").setFlexGrow(1);
        grid.addColumn(each -> each.state().label())
                .setHeader("状态")
                .setWidth("70px")
                .setFlexGrow(0);
        grid.addColumn(each -> each.usedBy() == 0 ? "" : String.valueOf(each.usedBy()))
                .setHeader("在用")
                .setWidth("64px")
                .setFlexGrow(0);
        grid.setItems(all);
        if (chosen != null) {
            grid.select(chosen);
        }
        grid.addSelectionListener(change -> change.getFirstSelectedItem()
                .filter(each -> change.isFromClient())
                .ifPresent(each ->
                        address.with(ID, String.valueOf(each.id().value())).go()));
        return grid;
    }

    private Component verbs(StageTemplate template) {
        Div buttons = new Div();
        buttons.addClassName("guatu-buttons");
        if (template.state() == TemplateState.DRAFT) {
            buttons.add(new Button("编辑", click -> edit(template)));
            buttons.add(new Button(
                    "启用", click -> carryOut(() -> templates.activate(template.id()), template.title() + "已启用。")));
        } else {
            buttons.add(new Button(
                    "另起新版",
                    click -> carryOut(
                            () -> address = address.with(
                                    ID,
                                    String.valueOf(templates
                                            .create(
                                                    template.name(),
                                                    template.category(),
                                                    template.remark(),
                                                    template.stages())
                                            .value())),
                            "已另起新版草稿，编辑后启用。")));
        }
        if (template.state() == TemplateState.ACTIVE) {
            buttons.add(new Button("停用", click -> retire(template)));
        }
        Button delete = new Button("删除", click -> delete(template));
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        buttons.add(delete);
        return buttons;
    }

    private void delete(StageTemplate template) {
        new TemplateRemoval(
                        template,
                        templates.users(template.id()),
                        () -> carryOut(() -> templates.delete(template.id()), template.title() + "已删除。"),
                        () -> retire(template))
                .open();
    }

    private void retire(StageTemplate template) {
        carryOut(() -> templates.retire(template.id()), template.title() + "已停用，已套用的项目不变。");
    }

    private void edit(@Nullable StageTemplate template) {
        List<Stage> stages = template == null
                ? List.of(new Stage(1, "计划立项", 20, null, null, null, null, Set.of()))
                : template.stages();
        TemplateEditor editor = new TemplateEditor(
                template == null ? "" : template.name(),
                template == null ? Category.RENEWAL : template.category(),
                template == null ? "" : template.remark() == null ? "" : template.remark(),
                stages);
        Button save = new Button(
                "保存草稿",
                click -> carryOut(
                        () -> {
                            if (template == null) {
                                address = address.with(
                                        ID,
                                        String.valueOf(templates
                                                .create(
                                                        editor.name(),
                                                        editor.category(),
                                                        editor.remark(),
                                                        editor.stages())
                                                .value()));
                            } else {
                                templates.edit(
                                        template.id(),
                                        template.version(),
                                        editor.category(),
                                        editor.remark(),
                                        editor.stages());
                            }
                        },
                        "草稿已保存。"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        actions(save, new Button("不保存", click -> show()));
        if (template != null) {
            editor.fixName();
        }
        body(editor);
    }

    private void carryOut(Runnable work, String done) {
        try {
            work.run();
            Notices.success(done);
            show();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }
}

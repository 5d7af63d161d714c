package cn.guatu.org.ui;

import cn.guatu.org.OrgEditing;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 单位: the district, its streets, departments and task forces. */
@Route("units")
@Menu(title = "单位", order = 70, icon = "vaadin:sitemap")
@PageTitle("单位 · 挂图作战")
@RolesAllowed({"ADMIN", "SUPERVISOR", "BUREAU_LEADER", "DEPARTMENT_HEAD"})
class UnitsView extends Div implements BeforeEnterObserver {

    private final OrgEditing org;
    private final PageFrame page = new PageFrame("单位");
    private final Grid<Unit> grid = new Grid<>();
    private final TextField search = new TextField();
    private List<Unit> all = List.of();
    private @Nullable UnitKind kind;

    UnitsView(OrgEditing org) {
        this.org = org;
        setSizeFull();
        grid.addColumn(Unit::name).setHeader("名称").setFrozen(true).setSortable(true);
        grid.addColumn(each -> each.kind().label()).setHeader("类型").setSortable(true);
        grid.addColumn(each -> parentOf(each).orElse("—")).setHeader("上级");
        grid.addColumn(each -> each.sortOrder() == null ? "—" : each.sortOrder().toString())
                .setHeader("排序");
        if (org.mayEdit()) {
            grid.addComponentColumn(this::verbs).setHeader("操作").setFlexGrow(0).setWidth("180px");
            page.actions(addButton());
        }
        search.setPlaceholder("单位名称");
        search.setAriaLabel("查找单位");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                go(kind);
            }
        });
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        search.setValue(query.getSingleParameter("q").orElse(""));
        kind = query.getSingleParameter("kind").flatMap(UnitKind::ofLabel).orElse(null);
        refresh();
    }

    private void refresh() {
        all = org.units();
        List<Unit> shown = all.stream()
                .filter(each -> kind == null || each.kind() == kind)
                .filter(each -> each.name().contains(search.getValue().strip()))
                .toList();
        List<Component> filters = new ArrayList<>();
        filters.add(search);
        for (UnitKind each : UnitKind.values()) {
            filters.add(new Chip(each.label(), each == kind, () -> go(each == kind ? null : each)));
        }
        page.filters(filters.toArray(Component[]::new));
        page.scope("共 " + all.size() + " 个单位");
        grid.setItems(shown);
        page.body(shown.isEmpty() ? empty() : grid);
    }

    private EmptyState empty() {
        return all.isEmpty() && org.mayEdit()
                ? new EmptyState("还没有单位。可以新增,也可以导入“一张表”的“组织”表。", addButton())
                : new EmptyState("没有符合条件的单位。");
    }

    private void go(@Nullable UnitKind kindWanted) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (kindWanted != null) {
            query.put("kind", kindWanted.label());
        }
        UI.getCurrent().navigate(UnitsView.class, QueryParameters.simple(query));
    }

    private Button addButton() {
        return Verbs.primary("新增单位", () -> edit(null));
    }

    private Component verbs(Unit unit) {
        return Verbs.ofLine(() -> edit(unit), "删除", true, () -> remove(unit));
    }

    private void edit(@Nullable Unit unit) {
        new UnitEditor(unit, all, data -> {
                    org.save(data, unit);
                    Notices.success("已保存“" + data.name() + "”。");
                    refresh();
                })
                .open();
    }

    private void remove(Unit unit) {
        Verbs.sure("删除单位", "确定删除“" + unit.name() + "”?已有任务、项目或人员的单位不能删除。", "删除", () -> {
            org.remove(unit);
            refresh();
        });
    }

    private Optional<String> parentOf(Unit unit) {
        UnitId parent = unit.parent();
        return parent == null ? Optional.empty() : OrgEditing.nameOf(parent, all);
    }
}

package cn.guatu.org.ui;

import cn.guatu.org.OrgEditing;
import cn.guatu.org.Person;
import cn.guatu.org.Position;
import cn.guatu.org.Unit;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 人员: who is who, in which unit. A department head sees his own people. */
@Route("people")
@Menu(title = "人员", order = 71, icon = "vaadin:users")
@PageTitle("人员 · 挂图作战")
@RolesAllowed({"ADMIN", "SUPERVISOR", "BUREAU_LEADER", "DEPARTMENT_HEAD"})
class PeopleView extends Div implements BeforeEnterObserver {

    private final OrgEditing org;
    private final PageFrame page = new PageFrame("人员");
    private final Grid<Person> grid = new Grid<>();
    private final TextField search = new TextField();
    private final ComboBox<Unit> unit = new ComboBox<>();
    private List<Unit> units = List.of();
    private List<Person> all = List.of();
    private boolean left;

    PeopleView(OrgEditing org) {
        this.org = org;
        setSizeFull();
        grid.addColumn(Person::name).setHeader("姓名").setFrozen(true).setSortable(true);
        grid.addColumn(this::unitOf).setHeader("单位").setSortable(true);
        grid.addColumn(PeopleView::positionOf).setHeader("岗位").setSortable(true);
        grid.addColumn(each -> orDash(each.account())).setHeader("账号").setSortable(true);
        grid.addColumn(each -> orDash(each.phone())).setHeader("手机");
        grid.addColumn(each -> orDash(each.email())).setHeader("邮箱");
        grid.addColumn(each -> each.active() ? "在岗" : "离岗").setHeader("状态");
        if (org.mayEdit()) {
            grid.addComponentColumn(this::verbs).setHeader("操作").setFlexGrow(0).setWidth("180px");
            page.actions(addButton());
        }
        search.setPlaceholder("姓名、账号、手机");
        search.setAriaLabel("查找人员");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filtered(change.isFromClient()));
        unit.setPlaceholder("全部单位");
        unit.setAriaLabel("单位");
        unit.setClearButtonVisible(true);
        unit.setItemLabelGenerator(Unit::name);
        unit.addValueChangeListener(change -> filtered(change.isFromClient()));
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        units = org.units();
        unit.setItems(units);
        search.setValue(query.getSingleParameter("q").orElse(""));
        String wanted = query.getSingleParameter("unit").orElse("");
        unit.setValue(units.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElse(null));
        left = query.getParameters().containsKey("left");
        refresh();
    }

    private void refresh() {
        all = org.people();
        List<Person> shown = all.stream().filter(this::matches).toList();
        page.filters(search, unit, new Chip("含离岗", left, () -> go(!left)));
        page.scope("在岗 " + all.stream().filter(Person::active).count() + " 人");
        grid.setItems(shown);
        page.body(shown.isEmpty() ? empty() : grid);
    }

    private boolean matches(Person person) {
        String words = search.getValue().strip();
        Unit of = unit.getValue();
        return (left || person.active())
                && (of == null || person.unit().equals(of.id()))
                && (person.name() + " " + orDash(person.account()) + " " + orDash(person.phone())).contains(words);
    }

    private EmptyState empty() {
        return all.isEmpty() && org.mayEdit()
                ? new EmptyState("还没有人员。可以新增,也可以导入“一张表”的“人员”表。", addButton())
                : new EmptyState("没有符合条件的人员。");
    }

    private void filtered(boolean byHand) {
        if (byHand) {
            go(left);
        }
    }

    private void go(boolean withLeft) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!search.isEmpty()) {
            query.put("q", search.getValue());
        }
        if (unit.getValue() != null) {
            query.put("unit", unit.getValue().name());
        }
        if (withLeft) {
            query.put("left", "1");
        }
        UI.getCurrent().navigate(PeopleView.class, QueryParameters.simple(query));
    }

    private Button addButton() {
        return Verbs.primary("新增人员", () -> edit(null));
    }

    private Component verbs(Person person) {
        return Verbs.ofLine(() -> edit(person), "离岗", person.active(), () -> leave(person));
    }

    private void edit(@Nullable Person person) {
        new PersonEditor(person, units, data -> {
                    org.save(data, person);
                    Notices.success("已保存“" + data.name() + "”。");
                    refresh();
                })
                .open();
    }

    private void leave(Person person) {
        Verbs.sure("人员离岗", person.name() + "离岗后不能再登录,已有的责任和记录保留。", "离岗", () -> {
            org.deactivate(person);
            refresh();
        });
    }

    private String unitOf(Person person) {
        return OrgEditing.nameOf(person.unit(), units).orElse("—");
    }

    private static String positionOf(Person person) {
        Position position = person.position();
        return position == null ? "—" : position.label();
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "—" : text;
    }
}

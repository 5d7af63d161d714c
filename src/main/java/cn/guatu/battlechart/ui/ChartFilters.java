package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.BattleChart;
import cn.guatu.battlechart.Grouping;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.ui.LightBadges;
import cn.guatu.security.AccessScope;
import cn.guatu.target.Target;
import cn.guatu.target.TargetService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of the chart; each writes itself into the address. */
@org.springframework.stereotype.Component
class ChartFilters {

    private static final List<Light> LIGHTS =
            List.of(Light.RED, Light.ORANGE, Light.DUE_SOON, Light.YELLOW, Light.NOT_DUE, Light.DONE);
    private static final int PAUSE_IN_TYPING = 400;

    private final OrgService org;
    private final TargetService targets;

    ChartFilters(OrgService org, TargetService targets) {
        this.org = org;
        this.targets = targets;
    }

    Component[] of(
            ChartAddress address,
            List<Integer> years,
            int year,
            BattleChart chart,
            AccessScope scope,
            TextField search) {
        List<Component> bar = new ArrayList<>();
        bar.add(years(address, years, year));
        for (Grouping by : Grouping.values()) {
            bar.add(new Chip("按" + by.label(), by == address.by(), () -> go(address.with(ChartAddress.BY, by.name()))));
        }
        for (Light light : LIGHTS) {
            long count = chart.groups().stream()
                    .mapToLong(group -> group.count(light))
                    .sum();
            boolean on = address.lights().contains(light);
            if (count > 0 || on) {
                Span content = new Span(LightBadges.of(light, light.label()), new Span(" " + count));
                bar.add(new Chip(content, light.label() + " " + count, on, () -> go(address.toggled(light))));
            }
        }
        bar.add(choice(address, PageState.STREET, "全部街道", names(scope, scope.streets(), UnitKind.STREET)));
        List<String> departments = new ArrayList<>(names(scope, scope.departments(), UnitKind.DEPARTMENT));
        departments.addAll(names(scope, scope.departments(), UnitKind.TASK_FORCE));
        bar.add(choice(address, PageState.DEPARTMENT, "全部科室", departments));
        bar.add(target(address, year));
        bar.add(search);
        return bar.toArray(Component[]::new);
    }

    private static void go(ChartAddress address) {
        address.state().go();
    }

    private static Select<Integer> years(ChartAddress address, List<Integer> years, int year) {
        Select<Integer> select = new Select<>();
        select.setAriaLabel("年度");
        select.setItems(years);
        select.setItemLabelGenerator(each -> each + " 年");
        select.setValue(year);
        select.addValueChangeListener(change -> go(address.with(PageState.YEAR, String.valueOf(change.getValue()))
                .with(PageState.AS_OF, null)
                .with(PageState.KNOWN_AT, null)));
        return select;
    }

    private static ComboBox<String> choice(ChartAddress address, String key, String all, List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        List<String> items = new ArrayList<>(words);
        String chosen = address.get(key);
        if (chosen != null && !items.contains(chosen)) {
            items.add(chosen);
        }
        box.setItems(items);
        box.setPlaceholder(all);
        box.setAriaLabel(all);
        box.setClearButtonVisible(true);
        box.setValue(chosen);
        box.addValueChangeListener(change -> go(address.with(key, change.getValue())));
        return box;
    }

    private ComboBox<Target> target(ChartAddress address, int year) {
        ComboBox<Target> box = new ComboBox<>();
        List<Target> all = targets.targets(year);
        box.setItems(all);
        box.setItemLabelGenerator(Target::name);
        box.setPlaceholder("全部指标");
        box.setAriaLabel("全部指标");
        box.setClearButtonVisible(true);
        @Nullable String chosen = address.get(ChartAddress.TARGET);
        all.stream().filter(each -> each.code().equals(chosen)).findFirst().ifPresent(box::setValue);
        box.addValueChangeListener(change -> {
            Target value = change.getValue();
            go(address.with(ChartAddress.TARGET, value == null ? null : value.code()));
        });
        return box;
    }

    /** The search field; a page keeps one, so that typing is not interrupted. */
    static TextField search() {
        TextField field = new TextField();
        field.setPlaceholder("搜索项目、节点、责任人");
        field.setAriaLabel("搜索项目、节点、责任人");
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING);
        return field;
    }

    private List<String> names(AccessScope scope, Set<UnitId> slice, UnitKind kind) {
        return org.units().stream()
                .filter(unit ->
                        unit.kind() == kind && (scope.isEverything() || slice.isEmpty() || slice.contains(unit.id())))
                .map(Unit::name)
                .toList();
    }
}

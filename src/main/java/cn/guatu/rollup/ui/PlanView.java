package cn.guatu.rollup.ui;

import static java.util.stream.Collectors.joining;

import cn.guatu.platform.ui.ChineseTexts;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Light;
import cn.guatu.rollup.TargetFigure;
import cn.guatu.security.Permission;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 年度任务一张表: every target of the year with its 其中, as of any day. */
@Route("plan")
@PageTitle("年度任务一张表")
@PermitAll
@Menu(title = "年度任务一张表", order = 10, icon = "vaadin:table")
class PlanView extends DeskPage {

    private static final String COLUMNS = "columns";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Light> LIGHTS =
            List.of(Light.RED, Light.ORANGE, Light.YELLOW, Light.GREEN, Light.DONE, Light.GREY, Light.NOT_DUE);

    private final PlanTable table = new PlanTable(figure -> explain(figure.code(), null, null));

    PlanView(Desk desk) {
        super("年度任务一张表", desk);
    }

    @Override
    void show(Showing showing, RouteParameters parameters) {
        List<TargetFigure> all = desk().rollup().targets(showing.year(), showing.asOf(), showing.scope());
        List<TargetFigure> shown = filtered(all, showing.state());
        Set<PlanColumn> columns = columns(showing.state());
        verbs(columnChooser(columns), export(showing, columns, shown));
        filters(filterBar(showing, all));
        if (all.isEmpty()) {
            body(new EmptyState(
                    showing.year() + " 年还没有指标。",
                    desk().user().has(Permission.IMPORT) ? next("import", "导入年度计划") : new Anchor("", "回到首页")));
        } else if (shown.isEmpty()) {
            Button clear = new Button("清除筛选", click -> cleared(showing.state()).go());
            body(new EmptyState("没有符合筛选条件的指标。", clear));
        } else {
            table.show(shown);
            table.show(columns);
            table.total(desk().rollup()
                    .summary(showing.year(), null, showing.asOf(), showing.scope())
                    .getFirst());
            body(table);
        }
    }

    private Component[] filterBar(Showing showing, List<TargetFigure> all) {
        List<Component> bar = new ArrayList<>();
        for (Light light : LIGHTS) {
            long count = all.stream().filter(figure -> figure.light() == light).count();
            boolean on = showing.state().list(PageState.LIGHT).contains(light.name());
            if (count > 0 || on) {
                bar.add(Filters.light(showing.state(), light, count));
            }
        }
        bar.add(Filters.choice(
                showing.state(),
                PageState.DEPARTMENT,
                "全部科室",
                all.stream()
                        .map(TargetFigure::leadDepartment)
                        .distinct()
                        .sorted()
                        .toList()));
        bar.add(search("搜索编码、名称、责任领导"));
        if (!cleared(showing.state()).equals(showing.state())) {
            bar.add(new Chip("清除筛选", false, () -> cleared(showing.state()).go()));
        }
        return bar.toArray(Component[]::new);
    }

    private static PageState cleared(PageState state) {
        return state.with(PageState.LIGHT, null)
                .with(PageState.DEPARTMENT, null)
                .with(PageState.TEXT, null);
    }

    /** What passes the filters, and its parents so that a 其中 never stands alone. */
    static List<TargetFigure> filtered(List<TargetFigure> all, PageState state) {
        Set<String> lights = state.list(PageState.LIGHT);
        @Nullable String department = state.get(PageState.DEPARTMENT);
        Map<String, TargetFigure> byCode = new HashMap<>();
        all.forEach(figure -> byCode.put(figure.code(), figure));
        Set<String> kept = new HashSet<>();
        for (TargetFigure each : all) {
            boolean passes = (lights.isEmpty() || lights.contains(each.light().name()))
                    && (department == null || department.equals(each.leadDepartment()))
                    && Filters.matches(state.text(), each.code(), each.name(), each.leader());
            for (TargetFigure up = passes ? each : null; up != null && kept.add(up.code()); ) {
                up = up.parentCode() == null ? null : byCode.get(up.parentCode());
            }
        }
        return all.stream().filter(figure -> kept.contains(figure.code())).toList();
    }

    private static Set<PlanColumn> columns(PageState state) {
        Set<PlanColumn> chosen = EnumSet.noneOf(PlanColumn.class);
        Set<String> named = state.list(COLUMNS);
        for (PlanColumn each : PlanColumn.values()) {
            if (named.isEmpty() ? each.usual() : named.contains(each.name()) || each == PlanColumn.NAME) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    private Component columnChooser(Set<PlanColumn> chosen) {
        MenuBar bar = new MenuBar();
        bar.setI18n(ChineseTexts.menuBar());
        MenuItem columns = bar.addItem("列");
        columns.getElement().setAttribute("aria-label", "选择列");
        Set<PlanColumn> now = EnumSet.copyOf(chosen);
        for (PlanColumn each : PlanColumn.values()) {
            if (each == PlanColumn.NAME) {
                continue;
            }
            MenuItem item = columns.getSubMenu().addItem(each.heading());
            item.setCheckable(true);
            item.setChecked(now.contains(each));
            item.addClickListener(click -> {
                if (!now.remove(each)) {
                    now.add(each);
                }
                state().with(COLUMNS, now.stream().map(PlanColumn::name).collect(joining(",")))
                        .go();
            });
        }
        MenuItem usual = columns.getSubMenu().addItem("恢复默认");
        usual.addClickListener(click -> state().with(COLUMNS, null).go());
        return bar;
    }

    private Component export(Showing showing, Set<PlanColumn> columns, List<TargetFigure> shown) {
        String title =
                showing.year() + "年度任务一张表(" + desk().scopeInWords(showing.scope()) + ",数据截至" + showing.day() + ")";
        List<PlanColumn> exported = Arrays.stream(PlanColumn.values())
                .filter(each -> columns.contains(each) || each == PlanColumn.UNIT || each == PlanColumn.TARGET_STATUS)
                .toList();
        DownloadHandler sheet = DownloadHandler.fromInputStream(
                event -> new DownloadResponse(PlanSheet.of(title, exported, shown), title + ".xlsx", XLSX, -1));
        Anchor anchor = new Anchor();
        anchor.setHref(sheet);
        anchor.add("导出");
        anchor.setTitle("导出当前所见为 .xlsx;要整本一张表,请到导入导出页");
        anchor.addClassName("guatu-export");
        return anchor;
    }
}

package cn.guatu.wallboard.ui;

import cn.guatu.org.OrgService;
import cn.guatu.org.PlanYear;
import cn.guatu.org.PlanYearService;
import cn.guatu.org.Unit;
import cn.guatu.org.UnitId;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.security.Roles;
import cn.guatu.wallboard.Wall;
import cn.guatu.wallboard.WallPages;
import cn.guatu.wallboard.WallPlace;
import cn.guatu.wallboard.WallService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** 挂图设置: which pages each wall shows, in which order, how long, when and for whom. */
@Route("walls")
@PageTitle("挂图设置 · 挂图作战")
@Menu(title = "挂图设置", order = 54, icon = "vaadin:layout")
@RolesAllowed(Roles.ADMIN)
class WallsView extends Div implements BeforeEnterObserver {

    private final transient WallService walls;
    private final transient WallPages pages;
    private final transient OrgService org;
    private final transient PlanYearService years;
    private final PageFrame page = new PageFrame("挂图设置");
    private final Grid<Wall> grid = new Grid<>();
    private final SidePanel panel = new SidePanel(() -> {});

    WallsView(WallService walls, WallPages pages, OrgService org, PlanYearService years) {
        this.walls = walls;
        this.pages = pages;
        this.org = org;
        this.years = years;
        setSizeFull();
        grid.addColumn(Wall::name).setHeader("名称").setFrozen(true).setSortable(true);
        grid.addColumn(Wall::title).setHeader("标题");
        grid.addColumn(this::scope).setHeader("范围");
        grid.addColumn(wall -> wall.year() == null ? "当年" : wall.year() + " 年").setHeader("年度");
        grid.addColumn(this::places).setHeader("页面").setFlexGrow(3);
        grid.addComponentColumn(this::actions)
                .setHeader("操作")
                .setAutoWidth(true)
                .setFlexGrow(0);
        page.scope("保存后，正在显示的大屏立即更新");
        page.actions(
                new Anchor("wall?mode=meeting", "会议模式"),
                new Anchor("wall?replay", "全年回放"),
                new Anchor("walls/screens", "大屏配对"),
                create());
        add(page, panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        List<Wall> all = walls.walls();
        grid.setItems(all);
        page.body(all.isEmpty() ? new EmptyState("还没有挂图。新建一面，再把大屏配对到它。", create()) : grid);
    }

    private Button create() {
        Button create = new Button("新建挂图", click -> {
            Wall usual = walls.standard();
            open("新建挂图", new Wall(null, "", usual.title(), usual.scope(), null, usual.places(), null, 0));
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component actions(Wall wall) {
        Anchor preview = new Anchor(
                "wall?wall=" + String.valueOf(wall.id() == null ? "" : wall.id().value()), "预览");
        preview.setTarget("_blank");
        Button edit = new Button("编辑", click -> open(wall.name(), wall));
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        Button remove = new Button("删除", click -> remove(wall));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        HorizontalLayout all = new HorizontalLayout(preview, edit, remove);
        all.setAlignItems(HorizontalLayout.Alignment.CENTER);
        return all;
    }

    private void open(String title, Wall wall) {
        List<Integer> known =
                years.years().stream().map(PlanYear::year).sorted().toList();
        panel.open(title, new WallForm(wall, walls, pages.all(), org.units(), known, () -> {
            panel.shut();
            refresh();
            Notices.success("已保存，正在显示的大屏已更新。");
        }));
    }

    private void remove(Wall wall) {
        ConfirmDialog sure = new ConfirmDialog("删除挂图", "删除“" + wall.name() + "”的设置，不影响任何业务数据。", "删除", confirm -> {
            try {
                if (wall.id() != null) {
                    walls.remove(wall.id());
                }
                refresh();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        sure.setCancelable(true);
        sure.setCancelText("取消");
        sure.open();
    }

    private String scope(Wall wall) {
        UnitId unit = wall.scope().unit();
        return unit == null
                ? "全区"
                : org.units().stream()
                        .filter(each -> each.id().equals(unit))
                        .map(Unit::name)
                        .findFirst()
                        .orElse("—");
    }

    private String places(Wall wall) {
        return wall.places().stream()
                .map(place ->
                        pages.find(place.kind()).map(kind -> kind.label()).orElse(place.kind()) + " " + dwell(place))
                .collect(Collectors.joining(" · "));
    }

    private static String dwell(WallPlace place) {
        return place.dwell() + " 秒" + (place.from() == null ? "" : "（" + place.from() + "–" + place.until() + "）");
    }
}

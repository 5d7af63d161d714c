package cn.guatu.wallboard.ui;

import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.time.BusinessClock;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.security.Roles;
import cn.guatu.wallboard.Screen;
import cn.guatu.wallboard.ScreenService;
import cn.guatu.wallboard.Wall;
import cn.guatu.wallboard.WallId;
import cn.guatu.wallboard.WallService;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 大屏配对: the televisions that may read a wall; each is confirmed once and can be cut off at any time. */
@Route("walls/screens")
@PageTitle("大屏配对 · 挂图作战")
@RolesAllowed(Roles.ADMIN)
class ScreensView extends Div implements BeforeEnterObserver {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);
    // an open line is noted every minute
    private static final Duration ON_LINE = Duration.ofSeconds(150);

    private final transient ScreenService screens;
    private final transient WallService walls;
    private final transient BusinessClock clock;
    private final PageFrame page = new PageFrame("大屏配对");
    private final Grid<Screen> grid = new Grid<>();

    ScreensView(ScreenService screens, WallService walls, BusinessClock clock) {
        this.screens = screens;
        this.walls = walls;
        this.clock = clock;
        setSizeFull();
        grid.addColumn(Screen::name).setHeader("位置").setFrozen(true).setSortable(true);
        grid.addColumn(Screen::wallName).setHeader("挂图").setSortable(true);
        grid.addColumn(this::state).setHeader("状态");
        grid.addColumn(screen -> time(screen.lastSeenAt())).setHeader("最近在线").setSortable(true);
        grid.addColumn(screen -> screen.canvas() == null ? "—" : screen.canvas())
                .setHeader("画面");
        grid.addColumn(screen -> screen.address() == null ? "—" : screen.address())
                .setHeader("地址");
        grid.addColumn(screen -> time(screen.pairedAt()) + " " + screen.pairedBy())
                .setHeader("配对")
                .setAutoWidth(true);
        grid.addComponentColumn(this::actions)
                .setHeader("操作")
                .setAutoWidth(true)
                .setFlexGrow(0);
        page.scope("在电视浏览器打开本站的 /screen，屏幕上会显示配对码");
        page.actions(new Anchor("walls", "挂图设置"), pairButton());
        add(page);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    private void refresh() {
        List<Screen> all = screens.screens();
        grid.setItems(all);
        page.body(all.isEmpty() ? new EmptyState("还没有配对过的大屏。在电视上打开 /screen，把屏幕上的码输入到这里。", pairButton()) : grid);
    }

    private Button pairButton() {
        Button pair = new Button("配对大屏", click -> edit(null));
        pair.addThemeVariants(ButtonVariant.PRIMARY);
        return pair;
    }

    private void edit(@Nullable Screen screen) {
        List<Wall> known = walls.walls();
        if (known.isEmpty()) {
            // the first screen of a house needs no editor: it shows all pages of the whole district
            known = List.of(walls.standard());
        }
        TextField code = new TextField("配对码");
        code.setPlaceholder("屏幕上的 8 位码");
        code.setVisible(screen == null);
        code.focus();
        TextField name = new TextField("位置");
        name.setPlaceholder("例如：三楼指挥大厅");
        name.setMaxLength(40);
        Select<Wall> wall = new Select<>();
        wall.setLabel("挂图");
        wall.setItems(known);
        wall.setItemLabelGenerator(Wall::name);
        wall.setValue(known.getFirst());
        known.stream()
                .filter(each -> screen != null && screen.wall().equals(each.id()))
                .findFirst()
                .ifPresent(wall::setValue);
        if (screen != null) {
            name.setValue(screen.name());
        }
        VerticalLayout form = new VerticalLayout(code, name, wall);
        form.setPadding(false);
        Dialog dialog = new Dialog(screen == null ? "配对大屏" : "更改大屏");
        dialog.add(form);
        Button confirm = new Button(screen == null ? "配对" : "保存", click -> {
            try {
                WallId shown = wall.getValue().id();
                if (screen == null) {
                    screens.pair(code.getValue(), name.getValue(), shown);
                } else if (shown != null) {
                    screens.assign(screen.id(), name.getValue(), shown);
                }
                dialog.close();
                refresh();
                Notices.success(screen == null ? "已配对，几秒内屏幕就会显示挂图。" : "已保存，屏幕已更新。");
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), confirm);
        dialog.open();
    }

    private Component actions(Screen screen) {
        if (!screen.isActive()) {
            return new Span();
        }
        Button change = new Button("更改", click -> edit(screen));
        change.addThemeVariants(ButtonVariant.TERTIARY);
        Button revoke = new Button("解除配对", click -> {
            ConfirmDialog sure =
                    new ConfirmDialog("解除配对", "“" + screen.name() + "”将立即停止显示，再用时须重新配对。", "解除配对", confirm -> {
                        screens.revoke(screen);
                        refresh();
                    });
            sure.setCancelable(true);
            sure.setCancelText("取消");
            sure.open();
        });
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return new HorizontalLayout(change, revoke);
    }

    private String state(Screen screen) {
        if (!screen.isActive()) {
            return "已解除";
        }
        Instant seen = screen.lastSeenAt();
        return seen == null ? "等待屏幕接入" : seen.plus(ON_LINE).isAfter(clock.now()) ? "在线" : "离线";
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "—" : MINUTE.format(at);
    }
}

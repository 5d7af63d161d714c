package cn.guatu.notification.ui;

import cn.guatu.notification.NoticeSettingsService;
import cn.guatu.notification.NotificationAddresses;
import cn.guatu.notification.Robot;
import cn.guatu.notification.RobotData;
import cn.guatu.notification.RobotKind;
import cn.guatu.notification.Urgency;
import cn.guatu.org.OrgService;
import cn.guatu.org.Unit;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The group robots: which group gets what. What is secret goes in and never comes out again. */
class RobotsCard extends Div {

    private final transient NoticeSettingsService settings;
    private final transient NotificationAddresses addresses;
    private final transient OrgService org;

    RobotsCard(NoticeSettingsService settings, NotificationAddresses addresses, OrgService org) {
        this.settings = settings;
        this.addresses = addresses;
        this.org = org;
        addClassName("guatu-card");
    }

    RobotsCard refreshed() {
        removeAll();
        Button add = new Button("新增群机器人", click -> edit(null));
        add.addThemeVariants(ButtonVariant.SMALL);
        H2 title = new H2("群机器人");
        title.add(add);
        add(title);
        List<Robot> all = settings.robots();
        if (all.isEmpty()) {
            add(new EmptyState("还没有群机器人;在企业微信、钉钉或飞书的群里新建一个,把它的地址登记到这里。"));
            return this;
        }
        Map<?, String> units = org.units().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        Grid<Robot> grid = new Grid<>();
        grid.addColumn(Robot::name).setHeader("名称");
        grid.addColumn(each -> each.kind().label()).setHeader("平台");
        grid.addColumn(each -> each.host() + "/…").setHeader("地址");
        grid.addColumn(each -> each.signs() ? "已设置" : "无").setHeader("加签密钥");
        grid.addColumn(each -> each.unit() == null ? "全部" : units.get(each.unit()))
                .setHeader("转发谁的通知");
        grid.addColumn(each -> each.least().label() + "及以上").setHeader("紧急程度");
        grid.addColumn(each -> each.enabled() ? "启用" : "停用").setHeader("状态");
        grid.addComponentColumn(this::editButton).setHeader("操作");
        grid.setItems(all);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        add(grid);
        return this;
    }

    private Component editButton(Robot robot) {
        Button edit = new Button("修改", click -> edit(robot));
        edit.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return edit;
    }

    private void edit(@Nullable Robot robot) {
        TextField name = new TextField("名称");
        name.setPlaceholder("例如:更新科工作群");
        Select<RobotKind> kind = select("平台", RobotKind.values(), RobotKind::label);
        TextField url = new TextField("机器人地址");
        url.setHelperText(robot == null ? "主机须是 " + String.join("、", addresses.robotHosts()) : "留空则不改;原地址不再显示");
        PasswordField secret = new PasswordField("加签密钥");
        secret.setHelperText(robot == null ? "钉钉、飞书的“加签”密钥,没有就留空" : "留空则不改;原密钥不再显示");
        ComboBox<Unit> unit = new ComboBox<>("只转发这个单位的人的通知");
        unit.setItems(org.units());
        unit.setItemLabelGenerator(Unit::name);
        unit.setPlaceholder("全部");
        unit.setClearButtonVisible(true);
        Select<Urgency> least = select("紧急程度至少", Urgency.values(), Urgency::label);
        Checkbox enabled = new Checkbox("启用", robot == null || robot.enabled());
        kind.setValue(robot == null ? RobotKind.WECOM : robot.kind());
        least.setValue(robot == null ? Urgency.NORMAL : robot.least());
        if (robot != null) {
            name.setValue(robot.name());
            org.units().stream().filter(each -> each.id().equals(robot.unit())).forEach(unit::setValue);
        }
        Div form = new Div(name, kind, url, secret, unit, least, enabled);
        form.addClassName("guatu-form");
        url.addClassName("wide");
        Dialog dialog = new Dialog(robot == null ? "新增群机器人" : "修改群机器人");
        dialog.setWidth("min(640px, 94vw)");
        dialog.add(form);
        Button save = new Button("保存", click -> {
            try {
                settings.save(
                        new RobotData(
                                robot == null ? null : robot.id(),
                                name.getValue(),
                                kind.getValue(),
                                url.isEmpty() ? null : url.getValue(),
                                secret.isEmpty() ? null : secret.getValue(),
                                unit.getValue() == null ? null : unit.getValue().id(),
                                least.getValue(),
                                enabled.getValue()),
                        robot == null ? 0 : robot.version());
                dialog.close();
                refreshed();
            } catch (Refusal refusal) {
                Notices.error(refusal.sentence());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("取消", click -> dialog.close()), save);
        dialog.open();
    }

    private static <T> Select<T> select(String label, T[] items, Function<T, String> words) {
        Select<T> select = new Select<>();
        select.setLabel(label);
        select.setItems(items);
        select.setItemLabelGenerator(words::apply);
        return select;
    }
}

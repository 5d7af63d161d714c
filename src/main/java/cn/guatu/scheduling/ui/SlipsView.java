package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.project.Slip;
import cn.guatu.project.SlipHistory;
import cn.guatu.project.SlipTotal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 滑期统计: whose dates were moved, how often, by whom and by how many working days. */
@Route("schedule-slips")
@PageTitle("滑期统计")
@PermitAll
class SlipsView extends PageFrame implements AfterNavigationObserver {

    private static final Map<String, SlipHistory.By> BY = new LinkedHashMap<>();

    static {
        BY.put("科室", SlipHistory.By.UNIT);
        BY.put("责任人", SlipHistory.By.PERSON);
        BY.put("项目", SlipHistory.By.PROJECT);
        BY.put("节点", SlipHistory.By.NODE);
    }

    private final transient Rooms rooms;

    SlipsView(Rooms rooms) {
        super("滑期统计");
        this.rooms = rooms;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState address = PageState.of(event.getLocation());
        int year = rooms.year(address);
        String asked = address.get("by");
        String by = asked != null && BY.containsKey(asked) ? asked : "科室";
        List<Slip> slips = rooms.slips().slips(year, rooms.user().scope());
        scope(year + " 年 · 计划日期调整 " + slips.size() + " 次 · 推迟 "
                + slips.stream().filter(slip -> slip.workingDays() > 0).count() + " 次");
        actions(new Anchor("schedule?year=" + year, "倒排工期"));
        filters(BY.keySet().stream()
                .map(each -> new Chip(
                        "按" + each,
                        each.equals(by),
                        () -> address.with("by", each).go()))
                .toArray(Component[]::new));
        if (slips.isEmpty()) {
            body(new EmptyState("没有节点的计划日期被调整过。", new Anchor("schedule?year=" + year, "看倒排工期")));
            return;
        }
        body(
                totals(SlipHistory.totals(slips, BY.getOrDefault(by, SlipHistory.By.UNIT), rooms.unitNames()), by),
                moves(slips));
    }

    private static Component totals(List<SlipTotal> totals, String by) {
        Grid<SlipTotal> grid = new Grid<>();
        grid.addColumn(SlipTotal::name).setHeader(by).setSortable(true).setWidth("260px");
        number(grid.addColumn(SlipTotal::times), "推迟次数");
        number(grid.addColumn(SlipTotal::workingDays), "累计推迟（工作日）");
        number(grid.addColumn(SlipTotal::most), "单次最长（工作日）");
        number(grid.addColumn(SlipTotal::earlier), "提前次数");
        grid.setItems(totals);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private static void number(Grid.Column<SlipTotal> column, String heading) {
        column.setHeader(heading)
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("200px")
                .setFlexGrow(0);
    }

    private Component moves(List<Slip> slips) {
        Grid<Slip> grid = new Grid<>();
        grid.addColumn(slip -> slip.at().atZone(rooms.clock().zone()).toLocalDate())
                .setHeader("调整日期")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(slip -> new Anchor(
                        Links.schedule(slip.projectCode(), slip.becomes().getYear())
                                .link(),
                        slip.projectName()))
                .setHeader("项目")
                .setWidth("200px");
        grid.addColumn(Slip::nodeName).setHeader("节点").setWidth("150px");
        grid.addColumn(slip -> slip.was() + " → " + slip.becomes())
                .setHeader("计划完成")
                .setWidth("210px")
                .setFlexGrow(0);
        grid.addColumn(slip -> (slip.workingDays() > 0 ? "+" : "") + slip.workingDays())
                .setHeader("工作日")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(Slip::owner).setHeader("责任人").setWidth("100px").setFlexGrow(0);
        grid.addColumn(Slip::actor).setHeader("调整人").setWidth("110px").setFlexGrow(0);
        grid.addColumn(slip -> slip.reason() == null ? "（未按版本调整）" : slip.reason())
                .setHeader("原因")
                .setWidth("240px");
        grid.setItems(slips);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }
}

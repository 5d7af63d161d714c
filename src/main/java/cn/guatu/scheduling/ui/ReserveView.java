package cn.guatu.scheduling.ui;

import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.failure.Refusal;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.project.Phase;
import cn.guatu.scheduling.PoolState;
import cn.guatu.scheduling.ReserveEntry;
import cn.guatu.scheduling.ReservePool;
import cn.guatu.scheduling.Swap;
import cn.guatu.scheduling.rule.Coverage;
import cn.guatu.security.Permission;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 储备项目: how far each target is covered, who stands in the pool, and who could stand in. */
@Route("reserve")
@PageTitle("储备项目")
@PermitAll
@Menu(title = "储备项目", order = 25, icon = "vaadin:archives")
@CssImport("./desk/schedule.css")
class ReserveView extends PageFrame implements AfterNavigationObserver {

    private static final String TARGET = "target";

    private final transient Rooms rooms;
    private final transient ReservePool pool;
    private final SidePanel panel = new SidePanel(this::closePanel);
    private PageState address = new PageState("", Map.of());

    ReserveView(Rooms rooms, ReservePool pool) {
        super("储备项目");
        this.rooms = rooms;
        this.pool = pool;
        add(panel);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        address = PageState.of(event.getLocation());
        show();
    }

    Rooms rooms() {
        return rooms;
    }

    boolean mayPlan() {
        return rooms.user().has(Permission.PLAN);
    }

    void show() {
        int year = rooms.year(address);
        if (!rooms.user().scope().isEverything()) {
            body(new EmptyState("储备覆盖是全区口径，由局领导、督查专员和计划管理员查看。", new Anchor("", "回到首页")));
            return;
        }
        List<ReserveEntry> entries = pool.pool(year);
        Map<Target, Coverage> coverage = pool.coverage(year);
        scope(year + " 年 · 储备池 " + entries.size() + " 个项目");
        if (entries.isEmpty()) {
            body(new EmptyState(
                    year + " 年没有计划性质为储备或计划外的项目。在分解台新增，或在导入时把计划性质写成“储备”。", new Anchor("projects?year=" + year, "看项目")));
            return;
        }
        Optional<Target> chosen = coverage.keySet().stream()
                .filter(target -> target.code().equals(address.get(TARGET)))
                .findFirst();
        List<Component> body = new ArrayList<>();
        chosen.ifPresent(target -> body.add(card(
                "替补推演 · " + target.name(), "", new SimulationPanel(this, pool, year, target, coverage.get(target)))));
        body.add(card("储备覆盖", "计划内 + 储备，按面值与按概率；竖线为目标 100%", coverage(coverage, chosen)));
        body.add(card("储备池", "", table(year, entries, coverage.keySet().stream().toList())));
        List<Swap> swaps = pool.swaps(year);
        if (!swaps.isEmpty()) {
            body.add(card("替补记录", "缺口仍记在原项目", swaps(year, swaps, coverage)));
        }
        body(body.toArray(Component[]::new));
    }

    private static Component card(String title, String note, Component content) {
        H2 heading = new H2(title);
        if (!note.isEmpty()) {
            Span small = new Span(note);
            small.addClassName("guatu-note");
            heading.add(small);
        }
        Div card = new Div(heading, content);
        card.addClassName("guatu-card");
        return card;
    }

    private Component coverage(Map<Target, Coverage> coverage, Optional<Target> chosen) {
        Div list = new Div();
        list.addClassName("guatu-coverage");
        coverage.entrySet().stream()
                .filter(each -> each.getValue().reserve().signum() > 0)
                .forEach(each -> list.add(new CoverageLine(
                        each.getKey(),
                        each.getValue(),
                        chosen.filter(each.getKey()::equals).isPresent(),
                        () -> address.with(TARGET, each.getKey().code()).go())));
        return list;
    }

    private Grid<ReserveEntry> table(int year, List<ReserveEntry> entries, List<Target> targets) {
        Map<TargetId, Target> named = targets.stream().collect(Collectors.toMap(Target::id, Function.identity()));
        Map<?, String> units = rooms.unitNames();
        Grid<ReserveEntry> grid = new Grid<>();
        grid.addComponentColumn(entry -> new Anchor(
                        Links.schedule(entry.phase().projectCode(), year).link(),
                        entry.phase().projectName()))
                .setHeader("项目")
                .setWidth("220px");
        grid.addColumn(entry -> entry.state().label())
                .setHeader("池状态")
                .setSortable(true)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(entry -> Figures.share(entry.probability()) + (entry.judged() ? "" : "（默认）"))
                .setHeader("年内落地概率")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(entry -> inWords(entry, named)).setHeader("预计贡献").setWidth("260px");
        grid.addColumn(entry -> units.get(entry.phase().lead()))
                .setHeader("牵头科室")
                .setWidth("130px");
        grid.addColumn(entry -> entry.phase().owner())
                .setHeader("责任人")
                .setWidth("100px")
                .setFlexGrow(0);
        if (mayPlan()) {
            grid.addComponentColumn(entry -> {
                        Button change = new Button("调整", click -> edit(entry));
                        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                        return change;
                    })
                    .setHeader("")
                    .setWidth("90px")
                    .setFlexGrow(0);
        }
        grid.setItems(entries);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    private static String inWords(ReserveEntry entry, Map<TargetId, Target> named) {
        return entry.expected().entrySet().stream()
                .filter(each -> named.containsKey(each.getKey()))
                .map(each -> {
                    Target target = Objects.requireNonNull(named.get(each.getKey()));
                    return target.name() + " " + Figures.quantity(each.getValue(), target.unit());
                })
                .collect(Collectors.joining("，"));
    }

    private void edit(ReserveEntry entry) {
        Select<PoolState> state = new Select<>();
        state.setLabel("池状态");
        state.setItems(PoolState.values());
        state.setItemLabelGenerator(PoolState::label);
        state.setValue(entry.state());
        IntegerField probability = new IntegerField("年内落地概率（%）");
        probability.setMin(0);
        probability.setMax(100);
        probability.setValue(entry.probability().movePointRight(2).intValue());
        TextField remark = new TextField("说明");
        remark.setValue(Objects.requireNonNullElse(entry.remark(), ""));
        Button save = new Button("保存", click -> {
            if (probability.getValue() == null) {
                Notices.error("请填写 0 到 100 的概率。");
                return;
            }
            carryOut(
                    () -> pool.place(
                            entry.phase().id(),
                            entry.version(),
                            state.getValue(),
                            BigDecimal.valueOf(probability.getValue(), 2),
                            remark.getValue()),
                    "已保存。");
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        panel.open(
                entry.phase().projectName(),
                new Paragraph("列入年度改为计划内，计划外同步推进改为计划外，其余为储备；计划性质随之变更。"),
                state,
                probability,
                remark,
                save);
    }

    private Component swaps(int year, List<Swap> swaps, Map<Target, Coverage> coverage) {
        Map<Object, Phase> phases =
                rooms.projects().phases(year).stream().collect(Collectors.toMap(Phase::id, Function.identity()));
        Map<TargetId, Target> named =
                coverage.keySet().stream().collect(Collectors.toMap(Target::id, Function.identity()));
        UnorderedList list = new UnorderedList();
        for (Swap swap : swaps) {
            Target target = named.get(swap.target());
            Phase in = phases.get(swap.in());
            Phase out = swap.out() == null ? null : phases.get(swap.out());
            list.add(new ListItem(swap.at().atZone(rooms.clock().zone()).toLocalDate() + " " + swap.actor() + "：“"
                    + (in == null ? "—" : in.projectName()) + "”替补"
                    + (out == null ? "" : "“" + out.projectName() + "”（" + out.owner() + "）")
                    + (target == null
                            ? ""
                            : "，" + target.name() + " " + Figures.quantity(swap.quantity(), target.unit()))
                    + "。原因：" + swap.reason()));
        }
        return list;
    }

    void openPanel(String title, Component... content) {
        panel.open(title, content);
    }

    void carryOut(Runnable work, String done) {
        try {
            work.run();
            panel.shut();
            Notices.success(done);
            show();
        } catch (Refusal refused) {
            Notices.error(FailureReport.of(refused).sentence());
        }
    }

    private void closePanel() {
        panel.shut();
    }
}

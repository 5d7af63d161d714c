package cn.guatu.supervision.ui;

import cn.guatu.platform.time.WorkCalendar;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Figures;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.security.Permission;
import cn.guatu.supervision.Blocker;
import cn.guatu.supervision.BlockerCause;
import cn.guatu.supervision.BlockerClocks;
import cn.guatu.supervision.BlockerStatus;
import cn.guatu.supervision.BlockerTier;
import cn.guatu.target.Target;
import cn.guatu.target.TargetId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 难点堵点: what holds phases up, the highest tier and the longest first. */
@Route("blockers")
@PageTitle("难点堵点 · 挂图作战")
@Menu(title = "难点堵点", order = 34, icon = "vaadin:ban")
@PermitAll
class BlockersView extends RegisterPage {

    private static final String STATUS = "status";
    private static final String TIER = "tier";
    private static final String CAUSE = "cause";
    private static final String LEAD = "lead";
    private static final String NEW = "new";

    /** A blocker with what the table says of it. */
    record Line(
            Blocker blocker,
            @Nullable Phase phase,
            String lead,
            @Nullable Target target,
            @Nullable LocalDate answerBy) {

        String project() {
            return phase == null ? "" : phase.projectName() + " · " + phase.name();
        }

        String held() {
            if (target == null) {
                return Figures.NONE;
            }
            return target.name()
                    + (blocker.quantity() == null ? "" : " " + Figures.quantity(blocker.quantity(), target.unit()));
        }
    }

    BlockersView(Registers registers) {
        super("难点堵点", registers);
    }

    @Override
    void show() {
        List<Line> all = lines();
        List<Line> shown = filtered(all);
        LocalDate today = registers().clock().today();
        page().scope(year() + " 年 · 未销号 "
                + all.stream()
                        .filter(each -> each.blocker().status() != BlockerStatus.CLOSED)
                        .count() + " 条");
        page().actions(actions());
        page().filters(filterBar(all));
        if (shown.isEmpty()) {
            page().body(new EmptyState(all.isEmpty() ? "还没有登记堵点。" : "没有符合条件的堵点。"));
        } else {
            page().body(new BlockerCharts(shown, today), grid(shown, today));
        }
        showPanel(all);
    }

    private void showPanel(List<Line> all) {
        Long open = number(OPEN).orElse(null);
        if (given(NEW).isPresent()) {
            panel().open("登记堵点", new BlockerForm(this, registers(), year(), () -> go(NEW, null)));
            return;
        }
        Line line = open == null
                ? null
                : all.stream()
                        .filter(each -> each.blocker().id().value() == open)
                        .findFirst()
                        .orElse(null);
        if (line == null) {
            panel().shut();
        } else {
            panel().open("堵点", new BlockerCard(this, registers(), line).parts());
        }
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        if (registers().user().has(Permission.OPERATE)) {
            actions.add(new Button("回应时限", click -> new ClocksDialog(this, registers()).open()));
        }
        if (registers().oversees() || registers().user().has(Permission.REPORT)) {
            Button log = new Button("登记堵点", click -> go(NEW, "1"));
            log.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(log);
        }
        return actions.toArray(Component[]::new);
    }

    private List<Line> lines() {
        Map<PhaseId, Phase> phases = registers().projects().phases(year()).stream()
                .collect(Collectors.toMap(Phase::id, Function.identity()));
        Map<TargetId, Target> targets = registers().targets().targets(year()).stream()
                .collect(Collectors.toMap(Target::id, Function.identity()));
        Map<?, String> units = registers().units();
        BlockerClocks clocks = registers().blockers().clocks();
        WorkCalendar calendar = registers().calendars().current();
        return registers().blockers().register(year(), registers().user().scope()).stream()
                .map(each -> {
                    Phase phase = phases.get(each.phase());
                    return new Line(
                            each,
                            phase,
                            phase == null || units.get(phase.lead()) == null
                                    ? ""
                                    : String.valueOf(units.get(phase.lead())),
                            each.target() == null ? null : targets.get(each.target()),
                            clocks.answerBy(each, calendar).orElse(null));
                })
                .sorted(Comparator.comparing((Line each) -> each.blocker().isOpen() ? 0 : 1)
                        .thenComparing(each -> -each.blocker().standing().tier().ordinal())
                        .thenComparing(each -> each.blocker().raisedOn())
                        .thenComparing(each -> each.blocker().id().value()))
                .toList();
    }

    private List<Line> filtered(List<Line> all) {
        String status = given(STATUS).orElse("");
        return all.stream()
                .filter(each -> status.equals("all")
                        || (status.isEmpty()
                                ? each.blocker().status() != BlockerStatus.CLOSED
                                : each.blocker().status().name().equals(status)))
                .filter(each -> given(TIER)
                        .map(word -> each.blocker().standing().tier().label().equals(word))
                        .orElse(true))
                .filter(each -> given(CAUSE)
                        .map(word -> each.blocker().cause() != null
                                && each.blocker().cause().label().equals(word))
                        .orElse(true))
                .filter(each -> given(LEAD).map(each.lead()::equals).orElse(true))
                .filter(each -> matches(
                        given(TEXT).orElse(""),
                        each.blocker().problem(),
                        each.project(),
                        each.blocker().responsible()))
                .toList();
    }

    private Component[] filterBar(List<Line> all) {
        String status = given(STATUS).orElse("");
        List<Component> bar = new ArrayList<>();
        bar.add(new Chip("未销号", status.isEmpty(), () -> go(STATUS, null)));
        for (BlockerStatus each : BlockerStatus.values()) {
            long count =
                    all.stream().filter(line -> line.blocker().status() == each).count();
            if (count > 0) {
                bar.add(new Chip(
                        each.label() + " " + count, status.equals(each.name()), () -> go(STATUS, each.name())));
            }
        }
        bar.add(new Chip("全部", status.equals("all"), () -> go(STATUS, "all")));
        bar.add(choice(
                TIER,
                "全部层级",
                Arrays.stream(BlockerTier.values()).map(BlockerTier::label).toList()));
        bar.add(choice(
                CAUSE,
                "全部原因",
                Arrays.stream(BlockerCause.values()).map(BlockerCause::label).toList()));
        bar.add(choice(LEAD, "全部牵头科室", distinct(all, Line::lead)));
        bar.add(search("搜索问题、项目、责任单位"));
        return bar.toArray(Component[]::new);
    }

    private Grid<Line> grid(List<Line> shown, LocalDate today) {
        Grid<Line> grid = new Grid<>();
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(line -> line.blocker().problem())
                .setHeader("问题")
                .setWidth("260px")
                .setFrozen(true);
        grid.addColumn(Line::project).setHeader("项目 · 分期").setSortable(true).setWidth("200px");
        grid.addColumn(line -> line.blocker().standing().tier().label())
                .setHeader("层级")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.blocker().status().label())
                .setHeader("状态")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.blocker().daysHeld(today))
                .setHeader("已堵(天)")
                .setComparator(line -> line.blocker().daysHeld(today))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        grid.addColumn(Line::held).setHeader("涉及").setWidth("190px");
        grid.addComponentColumn(line -> clock(line, today))
                .setHeader("回应时限")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.blocker().cause() == null
                        ? Figures.NONE
                        : line.blocker().cause().label())
                .setHeader("原因")
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(line -> line.blocker().responsible()).setHeader("责任单位").setWidth("140px");
        grid.addColumn(line -> Figures.day(line.blocker().due(), year()))
                .setHeader("要求解决")
                .setWidth("110px")
                .setFlexGrow(0);
        grid.setItems(shown);
        grid.addItemClickListener(
                click -> go(OPEN, String.valueOf(click.getItem().blocker().id().value())));
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(line -> selected.isFromClient())
                .ifPresent(line -> go(OPEN, String.valueOf(line.blocker().id().value()))));
        grid.getElement().setAttribute("aria-label", "难点堵点");
        return grid;
    }

    private Component clock(Line line, LocalDate today) {
        LocalDate by = line.answerBy();
        if (by == null) {
            return new Span(line.blocker().isOpen() ? "已回应" : "");
        }
        Div shown = new Div(Figures.day(by, year()));
        if (by.isBefore(today)) {
            shown.add(new Span(" "), mark("超时", true));
        }
        return shown;
    }
}

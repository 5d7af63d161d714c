package cn.guatu.scheduling.ui;

import cn.guatu.platform.chart.Timeline;
import cn.guatu.platform.chart.TimelineData;
import cn.guatu.platform.failure.FailureReport;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.Notices;
import cn.guatu.platform.ui.PageFrame;
import cn.guatu.platform.ui.PageState;
import cn.guatu.platform.ui.SidePanel;
import cn.guatu.project.Node;
import cn.guatu.project.NodeId;
import cn.guatu.project.Phase;
import cn.guatu.project.SchedulePlan;
import cn.guatu.project.schedule.Compression;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouteParameters;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page with a schedule on it: nodes are tried out on other dates beside the sheet, and nothing is saved before somebody gives a reason.
 */
@CssImport("./desk/schedule.css")
abstract class SchedulePage extends PageFrame implements AfterNavigationObserver {

    private final transient Rooms rooms;
    private final Timeline timeline = new Timeline("倒排工期：方向键移动，回车打开，Alt 加左右键调整日期");
    private final Div beside = new Div();
    private final Div sheet = new Div(timeline, beside);
    private final Paragraph holidays = new Paragraph();
    private final SidePanel panel = new SidePanel(this::closePanel);
    private final Select<Integer> year = new Select<>();
    private final WhatIf whatIf = new WhatIf();
    private PageState address = new PageState("", Map.of());
    private RouteParameters parameters = RouteParameters.empty();

    SchedulePage(String title, Rooms rooms) {
        super(title);
        this.rooms = rooms;
        sheet.addClassName("guatu-schedule");
        beside.addClassName("guatu-beside");
        beside.setVisible(false);
        holidays.addClassName("guatu-warning");
        holidays.getElement().setAttribute("role", "status");
        timeline.onOpen(opened -> opened(opened.row(), opened.node()));
        timeline.onMove(moved -> moved.day().ifPresent(day -> tried(new NodeId(Long.parseLong(moved.node())), day)));
        year.setAriaLabel("年度");
        year.setItemLabelGenerator(each -> each + " 年");
        year.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                address.with(PageState.YEAR, String.valueOf(change.getValue())).go();
            }
        });
        add(panel);
    }

    /** Fills scope and filters, and says what the sheet shows; empty when there is nothing to show. */
    abstract Optional<TimelineData> data(SchedulePlan plan);

    /** What stands in place of an empty sheet. */
    abstract Component nothing();

    /** What a click on a row or a node does. */
    abstract void opened(String row, Optional<String> node);

    Rooms rooms() {
        return rooms;
    }

    PageState address() {
        return address;
    }

    RouteParameters parameters() {
        return parameters;
    }

    Timeline timeline() {
        return timeline;
    }

    Select<Integer> yearChoice() {
        return year;
    }

    int shownYear() {
        return rooms.year(address);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PageState next = PageState.of(event.getLocation());
        if (!next.path().equals(address.path())) {
            whatIf.clear();
        }
        address = next;
        parameters = event.getRouteParameters();
        List<Integer> years = rooms.years();
        if (years.isEmpty()) {
            body(new EmptyState("系统里还没有年度计划，导入或编制年度计划后再排工期。"));
            return;
        }
        year.setItems(years);
        year.setValue(shownYear());
        reload();
    }

    /** Reads the schedule again and shows it, with what is being tried out. */
    void reload() {
        try {
            SchedulePlan plan = rooms.schedules().plan(shownYear());
            show(plan);
        } catch (RuntimeException failure) {
            EmptyState sentence =
                    new EmptyState(FailureReport.of(failure).sentence(), new Button("重试", click -> reload()));
            sentence.getElement().setAttribute("role", "alert");
            body(sentence);
        }
    }

    private void show(SchedulePlan plan) {
        SchedulePlan shown = plan;
        if (whatIf.isEmpty()) {
            beside.setVisible(false);
            beside.removeAll();
        } else {
            WhatIf.Try tried = whatIf.on(plan);
            shown = plan.with(dates(tried));
            beside.removeAll();
            beside.add(new ProposalPanel(this, tried, whatIf));
            beside.setVisible(true);
        }
        holidays.setText(rooms.holidays().warning(plan.year()));
        holidays.setVisible(!holidays.getText().isEmpty());
        Optional<TimelineData> data = data(shown);
        if (data.isEmpty()) {
            body(holidays, nothing());
            return;
        }
        if (sheet.getParent().isEmpty()) {
            body(holidays, sheet);
        }
        timeline.show(data.get());
    }

    private static Map<NodeId, LocalDate> dates(WhatIf.Try tried) {
        Map<NodeId, LocalDate> dates = new HashMap<>();
        tried.ripple().moves().forEach((node, move) -> dates.put(node, move.becomes()));
        return dates;
    }

    /** Tries a node out on another day. */
    void tried(NodeId node, LocalDate day) {
        SchedulePlan plan = rooms.schedules().plan(shownYear());
        Node held = plan.nodes().get(node);
        if (held == null || held.actual() != null || !mayMove(held)) {
            Notices.error("这个节点不能移动：已完成，或不由您排期。");
            reload();
            return;
        }
        whatIf.move(plan, node, day);
        closePanel();
        show(plan);
    }

    private boolean mayMove(Node node) {
        return rooms.phases(shownYear()).stream()
                .filter(phase -> phase.id().equals(node.phase()))
                .anyMatch(rooms.schedules()::mayReschedule);
    }

    /** Tries nodes out with shorter durations. */
    void compress(SchedulePlan plan, List<Compression.Cut> cuts) {
        whatIf.compress(plan, cuts);
        closePanel();
        reload();
    }

    /** Tries the nodes that are 倒挂 out on the first day on which they can be finished. */
    void postpone(SchedulePlan plan) {
        whatIf.postpone(plan);
        closePanel();
        reload();
    }

    /** Looks at the steps of the what-if again after one was added or taken back. */
    void retry() {
        reload();
    }

    void openPanel(String title, Component... content) {
        panel.open(title, content);
    }

    void closePanel() {
        panel.shut();
    }

    Phase phase(Node node) {
        return rooms.projects().phase(node.phase()).orElseThrow();
    }

    /** Shows what can be done about a node. */
    void openNode(String id) {
        SchedulePlan plan = rooms.schedules().plan(shownYear());
        @Nullable Node node = plan.nodes().get(new NodeId(Long.parseLong(id)));
        if (node != null) {
            openPanel(Objects.requireNonNull(node).name(), new NodePanel(this, plan, node));
        }
    }
}

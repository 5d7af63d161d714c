package cn.guatu.scheduling.ui;

import cn.guatu.org.UnitId;
import cn.guatu.org.UnitKind;
import cn.guatu.platform.chart.TimelineData;
import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.EmptyState;
import cn.guatu.platform.ui.PageState;
import cn.guatu.project.Phase;
import cn.guatu.project.PhaseId;
import cn.guatu.project.SchedulePlan;
import cn.guatu.rollup.AsOf;
import cn.guatu.rollup.NodeState;
import cn.guatu.scheduling.TemplateUse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** 倒排工期 of the year: a phase a row, under streets, departments or leaders. */
@Route("schedule")
@PageTitle("倒排工期")
@PermitAll
@Menu(title = "倒排工期", order = 23, icon = "vaadin:timer")
class ScheduleView extends SchedulePage {

    private static final String BY = "by";
    private static final String INVERTED = "inverted";
    private static final List<String> HEADINGS = List.of("街道", "科室", "责任领导");

    private final transient TemplateUse templates;
    private final TextField search = new TextField();

    ScheduleView(Rooms rooms, TemplateUse templates) {
        super("倒排工期", rooms);
        this.templates = templates;
        search.setPlaceholder("搜索项目、责任人");
        search.setAriaLabel("搜索项目、责任人");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address().with(PageState.TEXT, change.getValue()).go();
            }
        });
    }

    @Override
    Optional<TimelineData> data(SchedulePlan plan) {
        int year = plan.year();
        Map<UnitId, String> units = rooms().unitNames();
        List<Phase> seen = rooms().phases(year);
        GanttSheet sheet = new GanttSheet(
                plan,
                rooms().rollup()
                        .nodes(
                                year,
                                NodeState.ALL,
                                AsOf.of(plan.today()),
                                rooms().user().scope()),
                rooms().schedules()::mayReschedule);
        long inverted =
                seen.stream().filter(phase -> sheet.inversion(phase.id()) > 0).count();
        filters(filterBar(inverted));
        boolean onlyInverted = address().get(INVERTED) != null;
        List<Phase> shown = seen.stream()
                .filter(phase -> matches(phase, units))
                .filter(phase -> !onlyInverted || sheet.inversion(phase.id()) > 0)
                .sorted(Comparator.comparing((Phase phase) -> heading(phase, units))
                        .thenComparing(Phase::sortOrder)
                        .thenComparing(phase -> phase.id().value()))
                .toList();
        actions(verbs(shown.stream().filter(rooms().schedules()::mayReschedule).toList(), year));
        scope(shown.size() + " 个项目 · " + (inverted == 0 ? "没有倒挂" : inverted + " 个倒挂") + " · 以 " + plan.today() + " 推算");
        return shown.isEmpty() ? Optional.empty() : Optional.of(sheet.district(shown, phase -> heading(phase, units)));
    }

    private Component[] verbs(List<Phase> mine, int year) {
        Button apply = new Button("批量套用模板", click -> openPanel("批量套用阶段模板", new ApplyManyPanel(this, templates, mine)));
        apply.setVisible(!mine.isEmpty());
        return new Component[] {apply, yearChoice(), new Anchor("schedule-slips?year=" + year, "滑期统计")};
    }

    @Override
    Component nothing() {
        return new EmptyState("没有符合条件的项目。", new Anchor("schedule", "看全部项目"));
    }

    @Override
    void opened(String row, Optional<String> node) {
        if (node.isPresent()) {
            openNode(node.get());
            return;
        }
        rooms().projects()
                .phase(new PhaseId(Long.parseLong(row.substring(1))))
                .ifPresent(phase ->
                        Links.schedule(phase.projectCode(), phase.year()).go());
    }

    private String by() {
        String by = address().get(BY);
        return by != null && HEADINGS.contains(by) ? by : HEADINGS.getFirst();
    }

    private String heading(Phase phase, Map<UnitId, String> units) {
        return switch (by()) {
            case "科室" -> units.getOrDefault(phase.lead(), "—");
            case "责任领导" -> Objects.requireNonNullElse(phase.leader(), "未定责任领导");
            default ->
                phase.shares().isEmpty()
                        ? "未定街道"
                        : units.getOrDefault(phase.shares().getFirst().street(), "—");
        };
    }

    private boolean matches(Phase phase, Map<UnitId, String> units) {
        String street = address().get(PageState.STREET);
        String department = address().get(PageState.DEPARTMENT);
        String text = Objects.requireNonNullElse(address().get(PageState.TEXT), "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return (street == null || phase.shares().stream().anyMatch(share -> street.equals(units.get(share.street()))))
                && (department == null || department.equals(units.get(phase.lead())))
                && (phase.projectCode() + " " + phase.projectName() + " " + phase.owner() + " " + phase.leader())
                        .toLowerCase(Locale.ROOT)
                        .contains(text);
    }

    private Component[] filterBar(long inverted) {
        Select<String> by = new Select<>();
        by.setAriaLabel("分组");
        by.setItems(HEADINGS);
        by.setItemLabelGenerator(each -> "按" + each);
        by.setValue(by());
        by.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address().with(BY, change.getValue()).go();
            }
        });
        boolean only = address().get(INVERTED) != null;
        search.setValue(Objects.requireNonNullElse(address().get(PageState.TEXT), ""));
        return new Component[] {
            by,
            new Chip(
                    "倒挂 " + inverted,
                    only,
                    () -> address().with(INVERTED, only ? null : "1").go()),
            choice(PageState.STREET, "全部街道", UnitKind.STREET),
            choice(PageState.DEPARTMENT, "全部科室", UnitKind.DEPARTMENT),
            search
        };
    }

    private ComboBox<String> choice(String key, String all, UnitKind kind) {
        ComboBox<String> box = new ComboBox<>();
        box.setItems(rooms().org().units().stream()
                .filter(unit -> unit.kind() == kind)
                .map(unit -> unit.name())
                .toList());
        box.setPlaceholder(all);
        box.setAriaLabel(all);
        box.setClearButtonVisible(true);
        box.setValue(address().get(key));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address().with(key, change.getValue()).go();
            }
        });
        return box;
    }
}

package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.scheduling.FileTask;
import cn.guatu.scheduling.ScheduleFiles;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The tasks of a schedule file, and what each would become in the phase; the checkbox says which are taken. */
final class FileTable extends Grid<ScheduleFiles.Line> {

    /** So many rows are shown without a scroll bar of their own. */
    private static final int FEW = 10;

    private final int year;
    private final transient Set<Integer> chosen;
    private final transient Map<Integer, String> names;

    /**
     * A table.
     *
     * @param year of the phase: dates of other years are shown with theirs
     * @param chosen uids of the tasks that are taken; changed as boxes are ticked
     */
    FileTable(int year, List<ScheduleFiles.Line> lines, Set<Integer> chosen) {
        this.year = year;
        this.chosen = chosen;
        this.names =
                lines.stream().map(ScheduleFiles.Line::task).collect(Collectors.toMap(FileTask::uid, FileTask::name));
        addComponentColumn(this::box).setHeader("导入").setWidth("70px").setFlexGrow(0);
        addColumn(line -> "　".repeat(Math.max(0, line.task().level() - 1))
                        + line.task().name()
                        + (line.task().summary() ? "（汇总）" : ""))
                .setHeader("任务")
                .setWidth("260px");
        addColumn(line -> Figures.day(line.planned(), year))
                .setHeader("计划完成")
                .setWidth("140px")
                .setFlexGrow(0);
        addColumn(line -> line.task().durationDays() == null ? "—" : line.task().durationDays())
                .setHeader("工期")
                .setWidth("70px")
                .setFlexGrow(0);
        addColumn(this::waits).setHeader("前置").setWidth("200px");
        addColumn(line -> Objects.requireNonNullElse(line.task().resource(), ""))
                .setHeader("资源")
                .setWidth("110px");
        addColumn(this::becomes).setHeader("变化").setWidth("170px");
        setItems(lines);
        setSelectionMode(SelectionMode.NONE);
        if (lines.size() <= FEW) {
            setAllRowsVisible(true);
            addClassName("short");
        }
    }

    private Checkbox box(ScheduleFiles.Line line) {
        int uid = line.task().uid();
        Checkbox take = new Checkbox(!line.kept() && chosen.contains(uid));
        take.setAriaLabel("导入 " + line.task().name());
        take.setEnabled(!line.kept());
        take.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(uid);
            } else {
                chosen.remove(uid);
            }
        });
        return take;
    }

    private String waits(ScheduleFiles.Line line) {
        return line.task().after().stream()
                .map(uid -> names.getOrDefault(uid, ""))
                .sorted()
                .collect(Collectors.joining("、"));
    }

    private String becomes(ScheduleFiles.Line line) {
        if (line.kept()) {
            return "已完成，保留";
        }
        if (line.planned() == null) {
            return "没有完成日期，不能导入";
        }
        return line.existing() == null
                ? "新增节点"
                : "现为 " + Figures.day(line.existing().planned(), year);
    }
}

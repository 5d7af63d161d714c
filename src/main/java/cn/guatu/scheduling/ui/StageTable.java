package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stages of a draft as rows of fields. */
final class StageTable extends Grid<StageRow> {

    /** What happens to the graph when a field changes. */
    interface Graph {

        /** Something other than the order has changed. */
        void changed();

        /** A stage is to wait for these; refused when that makes a cycle. */
        void reordered(StageRow stage, Set<Integer> after);

        /** A stage is to go. */
        void removed(StageRow stage);
    }

    private final transient Graph graph;
    private transient List<StageRow> rows = List.of();

    StageTable(Graph graph) {
        this.graph = graph;
        text("阶段", "210px", row -> row.name, (row, value) -> row.name = Objects.requireNonNullElse(value, ""));
        days("承诺工期", row -> row.promised, (row, value) -> row.promised = Objects.requireNonNullElse(value, 0));
        days("法定时限", row -> row.statutory, (row, value) -> row.statutory = value);
        addComponentColumn(this::weight).setHeader("权重").setWidth("100px").setFlexGrow(0);
        addComponentColumn(this::after).setHeader("前置阶段").setWidth("260px");
        text("计入指标", "150px", row -> row.recognises, (row, value) -> row.recognises = value);
        text("佐证材料", "170px", row -> row.evidence, (row, value) -> row.evidence = value);
        addComponentColumn(row -> {
                    Button remove = new Button("删去", click -> removed(row));
                    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                    return remove;
                })
                .setHeader("")
                .setWidth("80px")
                .setFlexGrow(0);
        setAllRowsVisible(true);
        addClassName("short");
        setSelectionMode(SelectionMode.NONE);
    }

    void show(List<StageRow> stages) {
        rows = List.copyOf(stages);
        setItems(rows);
    }

    private interface Read<T> {
        @Nullable
        T of(StageRow row);
    }

    private interface Write<T> {
        void to(StageRow row, @Nullable T value);
    }

    private void text(String heading, String width, Read<String> read, Write<String> write) {
        addComponentColumn(row -> {
                    TextField field = new TextField();
                    field.setAriaLabel(heading);
                    field.setValue(Objects.requireNonNullElse(read.of(row), ""));
                    field.setWidthFull();
                    field.addValueChangeListener(change -> taken(() -> write.to(
                            row,
                            change.getValue().isBlank()
                                    ? null
                                    : change.getValue().strip())));
                    return field;
                })
                .setHeader(heading)
                .setWidth(width);
    }

    private void days(String heading, Read<Integer> read, Write<Integer> write) {
        addComponentColumn(row -> {
                    IntegerField field = new IntegerField();
                    field.setAriaLabel(heading);
                    field.setMin(0);
                    field.setValue(read.of(row));
                    field.setWidthFull();
                    field.addValueChangeListener(change -> taken(() -> write.to(row, change.getValue())));
                    return field;
                })
                .setHeader(heading)
                .setWidth("120px")
                .setFlexGrow(0);
    }

    private Component weight(StageRow row) {
        NumberField field = new NumberField();
        field.setAriaLabel("权重");
        field.setValue(row.weight == null ? null : row.weight.doubleValue());
        field.setWidthFull();
        field.addValueChangeListener(change ->
                taken(() -> row.weight = change.getValue() == null ? null : BigDecimal.valueOf(change.getValue())));
        return field;
    }

    private Component after(StageRow row) {
        MultiSelectComboBox<StageRow> box = new MultiSelectComboBox<>();
        box.setAriaLabel("前置阶段");
        List<StageRow> others =
                rows.stream().filter(each -> each.position != row.position).toList();
        box.setItems(others);
        box.setItemLabelGenerator(each -> each.name);
        box.setWidthFull();
        box.setValue(others.stream()
                .filter(each -> row.after.contains(each.position))
                .collect(Collectors.toSet()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                graph.reordered(
                        row,
                        change.getValue().stream().map(each -> each.position).collect(Collectors.toSet()));
            }
        });
        return box;
    }

    private void taken(Runnable write) {
        write.run();
        graph.changed();
    }

    private void removed(StageRow row) {
        if (rows.size() == 1) {
            Notices.error("模板至少要有一个阶段。");
            return;
        }
        graph.removed(row);
    }
}

package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Category;
import cn.guatu.scheduling.Stage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A draft of a template: the graph on top, drawn with the pointer, and the same as a table under it. Nothing is saved here. */
class TemplateEditor extends Div {

    private final TextField name = new TextField("名称");
    private final Select<Category> category = new Select<>();
    private final TextField remark = new TextField("说明");
    private final StagePicture picture = new StagePicture();
    private final Grid<Stage> grid = new Grid<>();
    private final transient List<Stage> stages;

    TemplateEditor(String name, Category category, String remark, List<Stage> stages) {
        this.stages = new ArrayList<>(stages);
        this.name.setValue(name);
        this.name.setRequiredIndicatorVisible(true);
        this.category.setLabel("适用类别");
        this.category.setItems(Category.values());
        this.category.setItemLabelGenerator(Category::label);
        this.category.setValue(category);
        this.remark.setValue(remark);
        this.remark.setWidth("420px");
        Div head = new Div(this.name, this.category, this.remark);
        head.addClassName("guatu-inputs");
        picture.onLink((from, to) -> relinked(to, from, true));
        picture.onUnlink((from, to) -> relinked(to, from, false));
        columns();
        Button add = new Button("增加阶段", click -> added());
        Paragraph hint = new Paragraph("从一个阶段拖到另一个阶段画出先后，点击连线去掉；也可在表中选前置阶段。");
        hint.addClassName("guatu-secondary");
        addClassName("guatu-card");
        add(head, hint, picture, grid, add);
        refresh();
    }

    void fixName() {
        name.setReadOnly(true);
    }

    String name() {
        return name.getValue();
    }

    Category category() {
        return category.getValue();
    }

    String remark() {
        return remark.getValue();
    }

    List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Names of stages for a cell. */
    static String names(List<Stage> stages, Set<Integer> positions) {
        return stages.stream()
                .filter(stage -> positions.contains(stage.position()))
                .map(Stage::name)
                .collect(Collectors.joining("、"));
    }

    private void columns() {
        grid.addComponentColumn(stage -> text(
                        stage.name(),
                        value -> changed(stage.position(), held -> named(held, value == null ? "" : value))))
                .setHeader("阶段")
                .setWidth("210px");
        grid.addComponentColumn(stage -> days(
                        stage.promised(),
                        value -> changed(
                                stage.position(),
                                held -> new Stage(
                                        held.position(),
                                        held.name(),
                                        Objects.requireNonNullElse(value, 0),
                                        held.statutory(),
                                        held.weight(),
                                        held.recognises(),
                                        held.evidence(),
                                        held.after()))))
                .setHeader("承诺工期")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(stage -> days(
                        stage.statutory(),
                        value -> changed(
                                stage.position(),
                                held -> new Stage(
                                        held.position(),
                                        held.name(),
                                        held.promised(),
                                        value,
                                        held.weight(),
                                        held.recognises(),
                                        held.evidence(),
                                        held.after()))))
                .setHeader("法定时限")
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::weight).setHeader("权重").setWidth("100px").setFlexGrow(0);
        grid.addComponentColumn(this::after).setHeader("前置阶段").setWidth("260px");
        grid.addComponentColumn(stage -> text(
                        stage.recognises(),
                        value -> changed(stage.position(), held -> proved(held, value, held.evidence()))))
                .setHeader("计入指标")
                .setWidth("150px");
        grid.addComponentColumn(stage -> text(
                        stage.evidence(),
                        value -> changed(stage.position(), held -> proved(held, held.recognises(), value))))
                .setHeader("佐证材料")
                .setWidth("170px");
        grid.addComponentColumn(stage -> {
                    Button remove = new Button("删去", click -> removed(stage));
                    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                    return remove;
                })
                .setHeader("")
                .setWidth("80px")
                .setFlexGrow(0);
        grid.setAllRowsVisible(true);
        grid.addClassName("short");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private interface Taken<T> {
        void accept(@Nullable T value);
    }

    private static Component text(@Nullable String value, Taken<String> taken) {
        TextField field = new TextField();
        field.setValue(Objects.requireNonNullElse(value, ""));
        field.setWidthFull();
        field.addValueChangeListener(change -> taken.accept(
                change.getValue().isBlank() ? null : change.getValue().strip()));
        return field;
    }

    private static Component days(@Nullable Integer value, Taken<Integer> taken) {
        IntegerField field = new IntegerField();
        field.setMin(0);
        field.setValue(value);
        field.setWidthFull();
        field.addValueChangeListener(change -> taken.accept(change.getValue()));
        return field;
    }

    private Component weight(Stage stage) {
        NumberField field = new NumberField();
        field.setValue(stage.weight() == null ? null : stage.weight().doubleValue());
        field.setWidthFull();
        field.addValueChangeListener(change -> changed(
                stage.position(),
                held -> new Stage(
                        held.position(),
                        held.name(),
                        held.promised(),
                        held.statutory(),
                        change.getValue() == null ? null : BigDecimal.valueOf(change.getValue()),
                        held.recognises(),
                        held.evidence(),
                        held.after())));
        return field;
    }

    private Component after(Stage stage) {
        MultiSelectComboBox<Stage> box = new MultiSelectComboBox<>();
        List<Stage> others = stages.stream()
                .filter(each -> each.position() != stage.position())
                .toList();
        box.setItems(others);
        box.setItemLabelGenerator(Stage::name);
        box.setWidthFull();
        box.setValue(others.stream()
                .filter(each -> stage.after().contains(each.position()))
                .collect(Collectors.toSet()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Set<Integer> positions =
                        change.getValue().stream().map(Stage::position).collect(Collectors.toSet());
                changed(stage.position(), held -> held.after(positions));
            }
        });
        return box;
    }

    private static Stage named(Stage held, String name) {
        return new Stage(
                held.position(),
                name,
                held.promised(),
                held.statutory(),
                held.weight(),
                held.recognises(),
                held.evidence(),
                held.after());
    }

    private static Stage proved(Stage held, @Nullable String recognises, @Nullable String evidence) {
        return new Stage(
                held.position(),
                held.name(),
                held.promised(),
                held.statutory(),
                held.weight(),
                recognises,
                evidence,
                held.after());
    }

    private void changed(int position, UnaryOperator<Stage> change) {
        stages.replaceAll(stage -> stage.position() == position ? change.apply(stage) : stage);
        picture.show(stages, true);
    }

    private void relinked(int to, int from, boolean linked) {
        changed(to, held -> {
            Set<Integer> after = new HashSet<>(held.after());
            if (linked) {
                after.add(from);
            } else {
                after.remove(from);
            }
            return held.after(after);
        });
        refresh();
    }

    private void added() {
        int position = stages.stream()
                        .map(Stage::position)
                        .max(Comparator.naturalOrder())
                        .orElse(0)
                + 1;
        Set<Integer> last =
                stages.isEmpty() ? Set.of() : Set.of(stages.getLast().position());
        stages.add(new Stage(position, "新阶段" + position, 10, null, null, null, null, last));
        refresh();
    }

    private void removed(Stage stage) {
        if (stages.size() == 1) {
            Notices.error("模板至少要有一个阶段。");
            return;
        }
        stages.removeIf(each -> each.position() == stage.position());
        stages.replaceAll(each -> each.after(each.after().stream()
                .filter(position -> position != stage.position())
                .collect(Collectors.toSet())));
        refresh();
    }

    private void refresh() {
        grid.setItems(List.copyOf(stages));
        picture.show(stages, true);
    }
}

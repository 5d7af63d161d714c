package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Notices;
import cn.guatu.project.Category;
import cn.guatu.scheduling.Stage;
import cn.guatu.scheduling.StageTemplates;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A draft of a template: the graph on top, drawn with the pointer, and the same as a table under it. Nothing is saved here. */
class TemplateEditor extends Div implements StageTable.Graph {

    private static final int USUAL_DAYS = 10;

    private final TextField name = new TextField("名称");
    private final Select<Category> category = new Select<>();
    private final TextField remark = new TextField("说明");
    private final StagePicture picture = new StagePicture();
    private final StageTable table = new StageTable(this);
    private final transient List<StageRow> rows = new ArrayList<>();

    TemplateEditor(String name, Category category, String remark, List<Stage> stages) {
        stages.forEach(stage -> rows.add(new StageRow(stage)));
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
        picture.onLink((from, to) -> linked(from, to, true));
        picture.onUnlink((from, to) -> linked(from, to, false));
        Button add = new Button("增加阶段", click -> added());
        Paragraph hint = new Paragraph("从一个阶段拖到另一个阶段画出先后，点击连线去掉；也可在表中选前置阶段。");
        hint.addClassName("guatu-secondary");
        addClassName("guatu-card");
        add(head, hint, picture, table, add);
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
        return rows.stream().map(StageRow::stage).toList();
    }

    @Override
    public void changed() {
        picture.show(stages(), true);
    }

    /** A cycle is said when it is drawn, not only when the draft is saved. */
    @Override
    public void reordered(StageRow row, Set<Integer> after) {
        Set<Integer> before = row.after;
        row.after = Set.copyOf(after);
        Optional<String> cycle = StageTemplates.cycleInWords(stages());
        if (cycle.isPresent()) {
            row.after = before;
            Notices.error(cycle.get().replace("请去掉其中一条连线。", "这条先后没有加上。"));
        }
        refresh();
    }

    @Override
    public void removed(StageRow gone) {
        rows.remove(gone);
        rows.forEach(row -> row.after = row.after.stream()
                .filter(position -> position != gone.position)
                .collect(Collectors.toUnmodifiableSet()));
        refresh();
    }

    private void linked(int from, int to, boolean linked) {
        rows.stream().filter(row -> row.position == to).findFirst().ifPresent(row -> {
            Set<Integer> after = new HashSet<>(row.after);
            if (linked) {
                after.add(from);
            } else {
                after.remove(from);
            }
            reordered(row, after);
        });
    }

    private void added() {
        int position = rows.stream().mapToInt(row -> row.position).max().orElse(0) + 1;
        Set<Integer> last = rows.isEmpty() ? Set.of() : Set.of(rows.getLast().position);
        rows.add(new StageRow(new Stage(position, "新阶段" + position, USUAL_DAYS, null, null, null, null, last)));
        refresh();
    }

    private void refresh() {
        table.show(rows);
        picture.show(stages(), true);
    }
}

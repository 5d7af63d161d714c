package cn.guatu.planning.ui;

import cn.guatu.planning.rule.Breakdown;
import cn.guatu.planning.rule.DeskColumn;
import cn.guatu.planning.rule.DeskRow;
import cn.guatu.project.Phase;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be done with the row under the cursor, for whoever does not know the keys, and where its other pages are. */
final class RowVerbs extends Div {

    private final transient BreakdownEditor hands;

    RowVerbs(BreakdownEditor hands) {
        this.hands = hands;
        addClassName("guatu-row-verbs");
    }

    void show(Breakdown plan, @Nullable DeskRow row, boolean mayEdit) {
        removeAll();
        if (row == null || row.kind() == DeskRow.Kind.LOOSE) {
            setVisible(false);
            return;
        }
        setVisible(true);
        Span name = new Span(row.cell(DeskColumn.NAME));
        name.addClassName("guatu-row-name");
        add(name);
        if (mayEdit) {
            add(verb("详情", () -> hands.details(row.key())));
            if (row.kind() == DeskRow.Kind.TARGET) {
                add(verb("分到街道科室", () -> hands.allot(row.key())));
            } else {
                add(verb("复制", () -> hands.duplicate(List.of(row.key()))));
            }
            add(verb("删除", () -> hands.remove(List.of(row.key()))));
        }
        if (row.kind() != DeskRow.Kind.TARGET) {
            Phase phase = plan.phase(Objects.requireNonNull(row.phase())).orElseThrow();
            add(new Anchor(
                    "schedule/"
                            + URLEncoder.encode(phase.projectCode(), StandardCharsets.UTF_8)
                                    .replace("+", "%20") + "?year=" + plan.year(),
                    "倒排工期"));
        }
    }

    private static Button verb(String word, Runnable act) {
        Button button = new Button(word, click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}

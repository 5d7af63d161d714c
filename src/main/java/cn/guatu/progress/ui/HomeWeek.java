package cn.guatu.progress.ui;

import cn.guatu.platform.ui.PagePart;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** On the home page: how many items are still to be reported and to be reviewed this week. */
@org.springframework.stereotype.Component
@Order(1)
class HomeWeek implements PagePart {

    private final Week week;

    HomeWeek(Week week) {
        this.week = week;
    }

    @Override
    public String page() {
        return "";
    }

    @Override
    public String title() {
        return "本周填报";
    }

    @Override
    public Optional<Component> create(int year, String subject) {
        int toDo = week.mine().toDo();
        int waiting = week.review().waiting();
        if (toDo == 0 && waiting == 0) {
            return Optional.empty();
        }
        Div lines = new Div();
        lines.addClassName("guatu-steps");
        if (toDo > 0) {
            lines.add(new Anchor(
                    "my-week",
                    "本周还有 " + toDo + " 项待报，"
                            + Words.weekday(
                                    week.deadlines().due(week.deadlines().current())) + "前提交"));
        }
        if (waiting > 0) {
            lines.add(new Anchor("review", "待审核周报 " + waiting + " 项"));
        }
        return Optional.of(lines);
    }
}

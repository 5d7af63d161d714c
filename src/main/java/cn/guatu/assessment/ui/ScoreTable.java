package cn.guatu.assessment.ui;

import cn.guatu.assessment.PartKind;
import cn.guatu.assessment.ScorePart;
import cn.guatu.assessment.Scorecard;
import cn.guatu.platform.ui.Figures;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** The ranking of one kind of units; a row opens its scorecard. */
class ScoreTable extends Div {

    ScoreTable(List<Scorecard> cards, Consumer<Scorecard> open) {
        addClassName("guatu-score-table");
        add(new H2(cards.getFirst().unitType().label()));
        Grid<Scorecard> grid = new Grid<>();
        grid.addColumn(card -> card.rank() == null ? Figures.NONE : String.valueOf(card.rank()))
                .setHeader("名次")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(card -> unit(card, open)).setHeader("单位").setFlexGrow(1);
        List<ScorePart> parts = cards.getFirst().parts();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            ScorePart heading = parts.get(i);
            grid.addComponentColumn(card -> part(card.parts().get(at)))
                    .setHeader(heading.name()
                            + (heading.kind() == PartKind.BASE
                                    ? " "
                                            + heading.weight()
                                                    .stripTrailingZeros()
                                                    .toPlainString()
                                    : ""))
                    .setTextAlign(ColumnTextAlign.END)
                    .setAutoWidth(true);
        }
        grid.addColumn(card -> Moments.score(card.score()))
                .setHeader("得分")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setPartNameGenerator(card -> "total");
        grid.setItems(cards);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        add(grid);
    }

    private static Component unit(Scorecard card, Consumer<Scorecard> open) {
        Button name = new Button(card.unit(), click -> open.accept(card));
        name.addThemeVariants(ButtonVariant.TERTIARY);
        return name;
    }

    /** Both weights are printed: the one of the rules in the heading, the effective one where it differs. */
    private static Component part(ScorePart part) {
        BigDecimal score = part.score();
        if (score == null) {
            Span none = new Span(Figures.NONE);
            none.getElement().setAttribute("title", String.valueOf(part.note()));
            return none;
        }
        Span points = new Span(Moments.score(score));
        if (part.kind() == PartKind.BASE) {
            Span of = new Span(" /" + Moments.score(part.effectiveWeight()));
            of.addClassName("guatu-of");
            of.getElement().setAttribute("title", "折算权重");
            points.add(of);
        }
        return points;
    }
}

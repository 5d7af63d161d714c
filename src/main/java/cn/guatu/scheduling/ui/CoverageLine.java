package cn.guatu.scheduling.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.scheduling.rule.Coverage;
import cn.guatu.target.Target;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far one target is covered: the plan, the reserve by probability, and the reserve at face value, on a scale with 100 % marked. */
class CoverageLine extends Div {

    private static final double SCALE = 1.8;

    CoverageLine(Target target, Coverage coverage, boolean chosen, Runnable opened) {
        addClassName("guatu-coverage-line");
        NativeButton name = new NativeButton(target.name(), click -> opened.run());
        name.addClassName("guatu-open");
        name.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        Div track = new Div();
        track.addClassName("track");
        double plan = fraction(coverage.byPlan());
        double weighted = fraction(coverage.withProbability());
        double face = fraction(coverage.atFaceValue());
        track.add(bar("face", face), bar("weighted", weighted), bar("plan", plan), mark());
        track.getElement()
                .setAttribute(
                        "aria-label",
                        "计划内 " + Figures.rate(coverage.byPlan()) + "，按概率 " + Figures.rate(coverage.withProbability())
                                + "，按面值 " + Figures.rate(coverage.atFaceValue()));
        track.getElement().setAttribute("role", "img");
        track.getElement()
                .setAttribute(
                        "title",
                        "计划内 " + Figures.quantity(coverage.inPlan(), target.unit()) + "，储备 "
                                + Figures.quantity(coverage.reserve(), target.unit()) + "，按概率 "
                                + Figures.quantity(coverage.weighted(), target.unit()) + "，目标 "
                                + Figures.quantity(coverage.target(), target.unit()));
        Span figures = new Span(
                "面值 " + Figures.rate(coverage.atFaceValue()) + "　按概率 " + Figures.rate(coverage.withProbability()));
        figures.addClassName("guatu-figure");
        add(name, track, figures);
    }

    private static double fraction(@Nullable BigDecimal share) {
        return share == null ? 0 : Math.min(SCALE, share.doubleValue()) / SCALE;
    }

    private static Div bar(String kind, double fraction) {
        Div bar = new Div();
        bar.addClassName(kind);
        bar.setWidth(fraction * 100 + "%");
        return bar;
    }

    private static Div mark() {
        Div mark = new Div();
        mark.addClassName("mark");
        mark.getStyle().set("left", 100 / SCALE + "%");
        return mark;
    }
}

package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.platform.ui.RateBar;
import cn.guatu.rollup.Light;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line for one thing: light, name, bar with the tick of 序时, rate, distance. */
final class RateLine extends Div {

    RateLine(
            Light light,
            String reason,
            String name,
            String small,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal deviation,
            Runnable open) {
        addClassName("guatu-line");
        Span what = new Span(new Span(name));
        what.addClassName("name");
        what.setTitle(name);
        if (!small.isEmpty()) {
            Span unit = new Span(" " + small);
            unit.addClassName("guatu-unit");
            what.add(unit);
        }
        NativeButton figure = new NativeButton(Figures.rate(rate), click -> open.run());
        figure.addClassNames("guatu-open", "end");
        figure.setAriaLabel(name + " 完成率 " + Figures.rate(rate) + ",打开口径卡");
        Span distance = new Span(Figures.pointsOnly(deviation));
        distance.addClassNames("end", "guatu-secondary");
        distance.setTitle("较序时,个百分点");
        add(
                LightBadges.of(light, reason).compact(),
                what,
                new RateBar(rate, expected, LightBadges.shape(light)),
                figure,
                distance);
    }
}

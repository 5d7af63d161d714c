package cn.guatu.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The bar of a completion rate with the tick of 序时 through it. Rates are fractions; above 1 the bar goes on past a seam at 100 %
 * (semantics §4: a rate is never clamped). A null rate leaves the bar empty: 未报 is not 0.
 */
@Tag("guatu-rate-bar")
@JsModule("./desk/guatu-rate-bar.js")
public class RateBar extends Component {

    /** A bar coloured like the light of its figure. */
    public RateBar(@Nullable BigDecimal rate, @Nullable BigDecimal expected, LightShape shape) {
        set(rate, expected, shape);
    }

    /** Moves the living bar. */
    public final void set(@Nullable BigDecimal rate, @Nullable BigDecimal expected, LightShape shape) {
        attribute("rate", rate);
        attribute("expected", expected);
        getElement().setAttribute("shape", shape.attribute());
    }

    private void attribute(String name, @Nullable BigDecimal fraction) {
        if (fraction == null) {
            getElement().removeAttribute(name);
        } else {
            getElement().setAttribute(name, fraction.toPlainString());
        }
    }
}

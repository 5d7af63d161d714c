package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Figures;
import cn.guatu.rollup.Light;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells of tables, drawn by the browser from a few values: no component a cell on the server, no query while drawing. */
final class Cells {

    private Cells() {}

    /** A figure with its unit small beside it, that opens its 口径卡. */
    static <T> LitRenderer<T> figure(
            SerializableFunction<T, String> mark,
            SerializableFunction<T, String> figure,
            SerializableFunction<T, String> unit,
            SerializableConsumer<T> open) {
        return LitRenderer.<T>of("${item.mark ? html`<span class=\"guatu-mark\">${item.mark}</span>` : ''}"
                        + "<button class=\"guatu-open\" @click=\"${open}\">${item.figure}"
                        + "${item.unit ? html`<span class=\"guatu-unit\">${item.unit}</span>` : ''}</button>")
                .withProperty("mark", mark::apply)
                .withProperty("figure", figure::apply)
                .withProperty("unit", item -> Figures.NONE.equals(figure.apply(item)) ? "" : unit.apply(item))
                .withFunction("open", open);
    }

    /** The bar with the tick of 序时 and the true rate beside it. */
    static <T> LitRenderer<T> rate(
            SerializableFunction<T, @Nullable BigDecimal> rate,
            SerializableFunction<T, @Nullable BigDecimal> expected,
            SerializableFunction<T, Light> light,
            SerializableFunction<T, String> figure,
            SerializableConsumer<T> open) {
        return LitRenderer.<T>of(
                        "<div class=\"guatu-rate\"><guatu-rate-bar rate=\"${item.rate}\" expected=\"${item.expected}\""
                                + " shape=\"${item.shape}\"></guatu-rate-bar>"
                                + "<button class=\"guatu-open\" @click=\"${open}\">${item.figure}</button></div>")
                .withProperty("rate", item -> plain(rate.apply(item)))
                .withProperty("expected", item -> plain(expected.apply(item)))
                .withProperty(
                        "shape", item -> LightBadges.shape(light.apply(item)).attribute())
                .withProperty("figure", figure::apply)
                .withFunction("open", open);
    }

    /** A light with its sentence, that opens the 口径卡; with a dot for the worst child where there is a worse one. */
    static <T> LitRenderer<T> light(
            SerializableFunction<T, Light> light,
            SerializableFunction<T, String> reason,
            SerializableFunction<T, @Nullable Light> worstChild,
            SerializableConsumer<T> open) {
        return LitRenderer.<T>of("<button class=\"guatu-open\" title=\"${item.reason}\" @click=\"${open}\">"
                        + "<guatu-light shape=\"${item.shape}\" word=\"${item.word}\"></guatu-light></button>"
                        + "${item.worst ? html`<guatu-light compact class=\"guatu-worst\" shape=\"${item.worst}\""
                        + " word=\"${item.worstWord}\" title=\"${item.worstWord}\"></guatu-light>` : ''}")
                .withProperty("reason", reason::apply)
                .withProperty(
                        "shape", item -> LightBadges.shape(light.apply(item)).attribute())
                .withProperty("word", item -> light.apply(item).label())
                .withProperty("worst", item -> {
                    Light worst = worse(light.apply(item), worstChild.apply(item));
                    return worst == null ? "" : LightBadges.shape(worst).attribute();
                })
                .withProperty("worstWord", item -> {
                    Light worst = worse(light.apply(item), worstChild.apply(item));
                    return worst == null ? "" : "最差节点:" + worst.label();
                })
                .withFunction("open", open);
    }

    /** Text that leads to another page. */
    static <T> LitRenderer<T> link(
            SerializableFunction<T, String> address,
            SerializableFunction<T, String> text,
            SerializableFunction<T, String> small) {
        return LitRenderer.<T>of("<a href=\"${item.address}\">${item.text}</a>"
                        + "${item.small ? html` <span class=\"guatu-secondary\">${item.small}</span>` : ''}")
                .withProperty("address", address::apply)
                .withProperty("text", text::apply)
                .withProperty("small", small::apply);
    }

    /** What a table shows where a rate could be: 未报 when nobody gave a value, — when none can exist. */
    static String rateOrMissing(@Nullable BigDecimal rate, @Nullable BigDecimal achieved) {
        return rate == null && achieved == null ? Figures.UNREPORTED : Figures.rate(rate);
    }

    /** The achieved value, 未报 when there is none. */
    static String achieved(@Nullable BigDecimal achieved, String unit) {
        return achieved == null ? Figures.UNREPORTED : Figures.inUnit(achieved, unit);
    }

    /** Dense rows, columns that can be made wider, and no selection: a table is read and opened. */
    static <T> void quiet(Grid<T> grid) {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setColumnReorderingAllowed(true);
        grid.addThemeName("no-border");
        grid.getColumns().forEach(column -> column.setResizable(true));
    }

    private static @Nullable Light worse(Light own, @Nullable Light child) {
        // quiet until it matters: a child that is well, or not due, is no news
        return child != null && child.severity() > own.severity() && child.severity() >= Light.YELLOW.severity()
                ? child
                : null;
    }

    private static String plain(@Nullable BigDecimal fraction) {
        return fraction == null ? "" : fraction.toPlainString();
    }
}

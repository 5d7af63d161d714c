package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.Grouping;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Light;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the chart shows, as its address says it; the QR code of the printed chart is one. */
record ChartAddress(PageState state) {

    static final String BY = "by";
    static final String TARGET = "target";

    /** The chart as it is opened from the menu. */
    static ChartAddress usual() {
        return new ChartAddress(new PageState("chart", Map.of()));
    }

    /** The same with another value; null or blank takes it away. */
    ChartAddress with(String key, @Nullable String value) {
        return new ChartAddress(state.with(key, value));
    }

    /** The same with the light asked for, or no longer. */
    ChartAddress toggled(Light light) {
        return new ChartAddress(state.toggled(PageState.LIGHT, light.name()));
    }

    @Nullable
    String get(String key) {
        return state.get(key);
    }

    Grouping by() {
        return Arrays.stream(Grouping.values())
                .filter(each -> each.name().equals(get(BY)))
                .findFirst()
                .orElse(Grouping.STREET);
    }

    Set<Light> lights() {
        Set<String> names = state.list(PageState.LIGHT);
        return Arrays.stream(Light.values())
                .filter(light -> names.contains(light.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Light.class)));
    }

    ChartFilter filter() {
        return new ChartFilter(
                get(PageState.STREET), get(PageState.DEPARTMENT), get(TARGET), lights(), get(PageState.TEXT));
    }
}

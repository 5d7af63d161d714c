package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.Chip;
import cn.guatu.platform.ui.LightBadge;
import cn.guatu.platform.ui.PageState;
import cn.guatu.rollup.Light;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Filters that write themselves into the address of the page. */
final class Filters {

    private Filters() {}

    /** A light that can be asked for, with how many there are. */
    static Component light(PageState state, Light light, long count) {
        boolean on = state.list(PageState.LIGHT).contains(light.name());
        Span content = new Span(new LightBadge(LightBadges.shape(light), light.label()), new Span(" " + count));
        return new Chip(
                content,
                light.label() + " " + count,
                on,
                () -> state.toggled(PageState.LIGHT, light.name()).go());
    }

    /** One of some words, or all. */
    static ComboBox<String> choice(PageState state, String key, String all, List<String> words) {
        ComboBox<String> box = new ComboBox<>();
        List<String> items = new ArrayList<>(words);
        @Nullable String chosen = state.get(key);
        if (chosen != null && !items.contains(chosen)) {
            items.add(chosen);
        }
        box.setItems(items);
        box.setPlaceholder(all);
        box.setAriaLabel(all);
        box.setClearButtonVisible(true);
        box.setValue(chosen);
        box.addValueChangeListener(change -> state.with(key, change.getValue()).go());
        return box;
    }

    /** Whether some field contains the text; case does not count. */
    static boolean matches(String text, @Nullable String... fields) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return true;
        }
        for (String each : fields) {
            if (each != null && each.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }
}

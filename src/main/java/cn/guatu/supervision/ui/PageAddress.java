package cn.guatu.supervision.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page shows, as its address says it; a change by the user is a change of the address. */
record PageAddress(String path, Map<String, String> parameters) implements Serializable {

    PageAddress {
        parameters = Map.copyOf(parameters);
    }

    static PageAddress of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((key, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(key, values.getFirst());
            }
        });
        return new PageAddress(location.getPath(), parameters);
    }

    @Nullable
    String get(String key) {
        return parameters.get(key);
    }

    String get(String key, String usual) {
        return parameters.getOrDefault(key, usual);
    }

    /** The same page with one parameter changed; null or blank takes it away. */
    PageAddress with(String key, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new PageAddress(path, changed);
    }

    /** Another page with the same parameters. */
    PageAddress at(String other) {
        return new PageAddress(other, parameters);
    }

    void go() {
        UI.getCurrent().navigate(path, QueryParameters.simple(parameters));
    }
}

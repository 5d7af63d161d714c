package cn.guatu.scheduling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a page shows, as its address says it: a filter is a change of the address, so that it survives a reload and can be sent on. */
record Address(String path, Map<String, String> parameters) implements Serializable {

    static final String YEAR = "year";
    static final String STREET = "street";
    static final String DEPARTMENT = "department";
    static final String TEXT = "text";

    Address {
        parameters = Map.copyOf(parameters);
    }

    static Address of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((key, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(key, values.getFirst());
            }
        });
        return new Address(location.getPath(), parameters);
    }

    /** The schedule of a project. */
    static Address schedule(String code, int year) {
        return new Address(
                "schedule/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"),
                Map.of(YEAR, String.valueOf(year)));
    }

    /** A link to the page of a project. */
    static String project(String code, int year) {
        return "projects/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20") + "?year=" + year;
    }

    /** A link to the page on which a project reads its nodes from a file. */
    static String file(String code, int year) {
        return "schedule-file/"
                + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20") + "?year=" + year;
    }

    /** A segment as people read it: a link that was clicked arrives encoded, an address that was typed does not. */
    static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    @Nullable
    String get(String key) {
        return parameters.get(key);
    }

    Optional<Integer> number(String key) {
        return Optional.ofNullable(get(key))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    Address with(String key, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new Address(path, changed);
    }

    /** What a link to it says. */
    String link() {
        return parameters.isEmpty()
                ? path
                : path + "?" + QueryParameters.simple(parameters).getQueryString();
    }

    void go() {
        UI.getCurrent().navigate(path, QueryParameters.simple(parameters));
    }
}

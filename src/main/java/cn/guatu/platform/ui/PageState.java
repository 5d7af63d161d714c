package cn.guatu.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, as its address says it: every filter, the cut-off date and what is open survive a reload and the back button, and
 * an address can be sent to a colleague. What it says wrongly counts as not said: addresses are typed by people.
 *
 * @param path of the page
 * @param parameters of its query, none of them blank
 */
public record PageState(String path, Map<String, String> parameters) implements Serializable {

    /** The plan year. */
    public static final String YEAR = "year";
    /** 数据截至, a date. */
    public static final String AS_OF = "asOf";
    /** As known at this instant. */
    public static final String KNOWN_AT = "knownAt";
    /** Lights, a list. */
    public static final String LIGHT = "light";
    /** A street by name. */
    public static final String STREET = "street";
    /** A department by name. */
    public static final String DEPARTMENT = "department";
    /** Words that are searched for. */
    public static final String TEXT = "text";

    /** The parameters are copied. */
    public PageState {
        parameters = Map.copyOf(parameters);
    }

    /** What this location says. */
    public static PageState of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((key, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(key, values.getFirst());
            }
        });
        return new PageState(location.getPath(), parameters);
    }

    /** A parameter; null when it is not given. */
    public @Nullable String get(String key) {
        return parameters.get(key);
    }

    /** A parameter, or what it usually is. */
    public String get(String key, String usual) {
        return parameters.getOrDefault(key, usual);
    }

    /** The words that are searched for; empty for none. */
    public String text() {
        return Objects.requireNonNullElse(get(TEXT), "");
    }

    /** The words of a list; empty when the address names none. */
    public Set<String> list(String key) {
        String value = get(key);
        return value == null
                ? Set.of()
                : Arrays.stream(value.split(",")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A date that cannot be read counts as not given: an address is typed by people. */
    public Optional<LocalDate> date(String key) {
        try {
            return Optional.ofNullable(get(key)).map(LocalDate::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** An instant that cannot be read counts as not given; a plus sign that nobody encoded arrives as a blank. */
    public Optional<Instant> instant(String key) {
        try {
            return Optional.ofNullable(get(key))
                    .map(text -> OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** A number; what cannot be one counts as not given. */
    public Optional<Integer> number(String key) {
        return Optional.ofNullable(get(key))
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /** The same page with one parameter changed; null or blank takes it away. */
    public PageState with(String key, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new PageState(path, changed);
    }

    /** The same page with a word put into a list, or taken out when it is in. */
    public PageState toggled(String key, String word) {
        Set<String> words = new LinkedHashSet<>(list(key));
        if (!words.remove(word)) {
            words.add(word);
        }
        return with(key, String.join(",", words));
    }

    /** Another page with the same parameters. */
    public PageState at(String other) {
        return new PageState(other, parameters);
    }

    /** The parameters for a link to it. */
    public QueryParameters query() {
        return QueryParameters.simple(parameters);
    }

    /** What a link to it says. */
    public String link() {
        return parameters.isEmpty() ? path : path + "?" + query().getQueryString();
    }

    /** Goes to this address; the page then shows what it says. */
    public void go() {
        UI.getCurrent().navigate(path, query());
    }
}

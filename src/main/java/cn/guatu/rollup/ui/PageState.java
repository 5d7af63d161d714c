package cn.guatu.rollup.ui;

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
 * What a page shows, as its address says it: every filter, the cut-off date and the open 口径卡 survive a reload and the back button,
 * and an address can be sent to a colleague.
 */
record PageState(String path, Map<String, String> parameters) implements Serializable {

    static final String YEAR = "year";
    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String EXPLAIN = "explain";
    static final String LIGHT = "light";
    static final String STREET = "street";
    static final String DEPARTMENT = "department";
    static final String TEXT = "text";

    PageState {
        parameters = Map.copyOf(parameters);
    }

    static PageState of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((key, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(key, values.getFirst());
            }
        });
        return new PageState(location.getPath(), parameters);
    }

    @Nullable
    String get(String key) {
        return parameters.get(key);
    }

    String text() {
        return Objects.requireNonNullElse(get(TEXT), "");
    }

    /** The words of a list; empty when the address names none. */
    Set<String> list(String key) {
        String value = get(key);
        return value == null
                ? Set.of()
                : Arrays.stream(value.split(",")).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A date that cannot be read counts as not given: an address is typed by people. */
    Optional<LocalDate> date(String key) {
        try {
            return Optional.ofNullable(get(key)).map(LocalDate::parse);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** An instant that cannot be read counts as not given; a plus sign that nobody encoded arrives as a blank. */
    Optional<Instant> instant(String key) {
        try {
            return Optional.ofNullable(get(key))
                    .map(text -> OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    Optional<Integer> number(String key) {
        return Optional.ofNullable(get(key))
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Integer::valueOf);
    }

    /** The same page with one parameter changed; null or blank takes it away. */
    PageState with(String key, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new PageState(path, changed);
    }

    /** The same page with a word put into a list, or taken out when it is in. */
    PageState toggled(String key, String word) {
        Set<String> words = new LinkedHashSet<>(list(key));
        if (!words.remove(word)) {
            words.add(word);
        }
        return with(key, String.join(",", words));
    }

    PageState explaining(@Nullable Opened figure) {
        return with(EXPLAIN, figure == null ? null : figure.toString());
    }

    QueryParameters query() {
        return QueryParameters.simple(parameters);
    }

    /** Goes to this address; the page then shows what it says. */
    void go() {
        UI.getCurrent().navigate(path, query());
    }

    /**
     * The figure whose 口径卡 is open, written {@code CODE@street@department}; an empty code is 综合完成率.
     *
     * @param code 编码, or empty
     * @param street null for all
     * @param department null for all
     */
    record Opened(
            String code, @Nullable String street, @Nullable String department) implements Serializable {

        static Optional<Opened> parse(@Nullable String written) {
            if (written == null) {
                return Optional.empty();
            }
            String[] parts = written.split("@", -1);
            return Optional.of(new Opened(parts[0], part(parts, 1), part(parts, 2)));
        }

        private static @Nullable String part(String[] parts, int index) {
            return parts.length > index && !parts[index].isBlank() ? parts[index] : null;
        }

        @Override
        public String toString() {
            return code + "@" + Objects.requireNonNullElse(street, "") + "@"
                    + Objects.requireNonNullElse(department, "");
        }
    }
}

package cn.guatu.battlechart.ui;

import cn.guatu.battlechart.ChartFilter;
import cn.guatu.battlechart.Grouping;
import cn.guatu.rollup.Light;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the chart shows, as its address says it; an address can be sent to a colleague, and the QR code of the printed chart is one.
 * What it says wrongly is left out.
 */
record ChartAddress(Map<String, String> parameters) {

    static final String YEAR = "year";
    static final String BY = "by";
    static final String STREET = "street";
    static final String DEPARTMENT = "department";
    static final String TARGET = "target";
    static final String LIGHT = "light";
    static final String TEXT = "text";
    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";

    ChartAddress {
        parameters = Map.copyOf(parameters);
    }

    static ChartAddress of(Location location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        location.getQueryParameters().getParameters().forEach((key, values) -> {
            if (!values.isEmpty() && !values.getFirst().isBlank()) {
                parameters.put(key, values.getFirst());
            }
        });
        return new ChartAddress(parameters);
    }

    /** The same with another value; null or blank takes it away. */
    ChartAddress with(String key, @Nullable String value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        if (value == null || value.isBlank()) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new ChartAddress(changed);
    }

    /** The same with the light asked for, or no longer. */
    ChartAddress toggled(Light light) {
        Set<Light> lights = EnumSet.noneOf(Light.class);
        lights.addAll(lights());
        if (!lights.remove(light)) {
            lights.add(light);
        }
        return with(LIGHT, lights.stream().map(Light::name).collect(Collectors.joining(",")));
    }

    @Nullable
    String get(String key) {
        return parameters.get(key);
    }

    Optional<Integer> year() {
        return read(YEAR, Integer::valueOf);
    }

    Optional<LocalDate> asOf() {
        return read(AS_OF, LocalDate::parse);
    }

    Optional<Instant> knownAt() {
        return read(KNOWN_AT, Instant::parse);
    }

    Grouping by() {
        return read(BY, Grouping::valueOf).orElse(Grouping.STREET);
    }

    Set<Light> lights() {
        String written = parameters.getOrDefault(LIGHT, "");
        Set<String> names = Set.of(
                written.isEmpty()
                        ? new String[0]
                        : Arrays.stream(written.split(",")).distinct().toArray(String[]::new));
        return Arrays.stream(Light.values())
                .filter(light -> names.contains(light.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Light.class)));
    }

    ChartFilter filter() {
        return new ChartFilter(get(STREET), get(DEPARTMENT), get(TARGET), lights(), get(TEXT));
    }

    QueryParameters query() {
        return QueryParameters.simple(parameters);
    }

    private <T> Optional<T> read(String key, Function<String, T> reading) {
        try {
            return Optional.ofNullable(get(key)).map(reading);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

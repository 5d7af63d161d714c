package cn.guatu.battlechart;

import cn.guatu.rollup.Light;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are shown; what is null or empty does not limit.
 *
 * @param street name of a street
 * @param department name of a 牵头科室
 * @param target code of a target that a node of the phase names
 * @param lights worst lights of the row
 * @param text part of a code, a project, a node or a person
 */
public record ChartFilter(
        @Nullable String street,
        @Nullable String department,
        @Nullable String target,
        Set<Light> lights,
        @Nullable String text) {

    /** Everything. */
    public static final ChartFilter NONE = new ChartFilter(null, null, null, Set.of(), null);

    /** The set is copied. */
    public ChartFilter {
        lights = Set.copyOf(lights);
    }

    boolean admits(BattleChart.Row row) {
        return (street == null || row.streets().contains(street))
                && (department == null || department.equals(row.department()))
                && (lights.isEmpty() || lights.contains(row.light()))
                && (text == null || text.isBlank() || says(row, text.strip().toLowerCase(Locale.ROOT)));
    }

    private static boolean says(BattleChart.Row row, String part) {
        return holds(row.project(), part)
                || holds(row.name(), part)
                || holds(row.owner(), part)
                || row.marks().stream().anyMatch(mark -> holds(mark.name(), part) || holds(mark.owner(), part));
    }

    private static boolean holds(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part);
    }
}

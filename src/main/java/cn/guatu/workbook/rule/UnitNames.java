package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import cn.guatu.org.UnitKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit that somebody means: by its name, or by the beginning of its name ({@code 平湖} for {@code 平湖街道}) when only one
 * unit of the kinds asked for begins so.
 */
final class UnitNames {
    static final Set<UnitKind> ANY = Set.of(UnitKind.values());
    static final Set<UnitKind> STREETS = Set.of(UnitKind.STREET);
    static final Set<UnitKind> LEADS = Set.of(UnitKind.DEPARTMENT, UnitKind.TASK_FORCE);
    static final Set<UnitKind> ANSWERABLE = Set.of(UnitKind.STREET, UnitKind.DEPARTMENT, UnitKind.TASK_FORCE);

    private final Map<String, Line.UnitLine> byKey = new HashMap<>();
    private final Map<Set<UnitKind>, Map<String, Found>> found = new HashMap<>();

    /**
     * What a name leads to.
     *
     * @param unit null when it leads to none or to several
     * @param expected what would have been right, for people; empty when a unit was found
     * @param suggestion a name to write instead; null when there is none
     */
    record Found(
            Line.@Nullable UnitLine unit,
            String expected,
            @Nullable String suggestion) {}

    UnitNames(Collection<Line.UnitLine> held, Collection<Line.UnitLine> inFile) {
        held.forEach(unit -> byKey.put(unit.key(), unit));
        inFile.forEach(unit -> byKey.put(unit.key(), unit));
    }

    Found find(String written, Set<UnitKind> kinds) {
        return found.computeIfAbsent(kinds, none -> new HashMap<>())
                .computeIfAbsent(NameKey.of(written), key -> look(key, kinds));
    }

    Collection<Line.UnitLine> all() {
        return byKey.values();
    }

    private Found look(String key, Set<UnitKind> kinds) {
        Line.UnitLine exact = byKey.get(key);
        if (exact != null && kinds.contains(exact.kind())) {
            return new Found(exact, "", null);
        }
        if (exact != null) {
            return new Found(
                    null, words(kinds) + "；" + exact.name() + "是" + exact.kind().label(), null);
        }
        List<Line.UnitLine> beginSo = byKey.values().stream()
                .filter(unit -> kinds.contains(unit.kind()) && unit.key().startsWith(key))
                .sorted(Comparator.comparing(Line.UnitLine::key))
                .toList();
        if (beginSo.size() == 1) {
            return new Found(beginSo.getFirst(), "", null);
        }
        if (beginSo.size() > 1) {
            String candidates = beginSo.stream().map(Line.UnitLine::name).collect(Collectors.joining("、"));
            return new Found(null, "写全名，可能是：" + candidates, beginSo.getFirst().name());
        }
        List<Line.UnitLine> ofKind = new ArrayList<>(byKey.values());
        ofKind.removeIf(unit -> !kinds.contains(unit.kind()));
        return new Found(
                null,
                "组织表或系统中已有的" + words(kinds),
                Nearest.to(key, ofKind, Line.UnitLine::key)
                        .map(Line.UnitLine::name)
                        .orElse(null));
    }

    private static String words(Set<UnitKind> kinds) {
        return kinds.stream().sorted().map(UnitKind::label).collect(Collectors.joining("、"));
    }
}

package cn.guatu.workbook.sheet;

import cn.guatu.org.UnitKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds units by name: folded and exact, or else by the beginning of the name when only one unit of the wanted kinds has it, so that
 * {@code 平湖} finds {@code 平湖街道} (workbook.md, What cells may look like).
 */
public final class UnitNames {

    /** What a name leads to. */
    public sealed interface Found {}

    /** To this unit. */
    public record One(String name, UnitKind kind) implements Found {}

    /** To more than one. */
    public record Several(List<String> names) implements Found {}

    /** To none; near is a name that may be meant, or null. */
    public record None(@Nullable String near) implements Found {}

    private final Map<String, One> byKey = new HashMap<>();

    private UnitNames() {}

    /** The units of a file. */
    static UnitNames of(Collection<UnitRow> units) {
        UnitNames names = new UnitNames();
        units.forEach(each -> names.add(each.name(), each.kind()));
        return names;
    }

    /** An empty book of names; add those of the system and those of the file. */
    public static UnitNames empty() {
        return new UnitNames();
    }

    /** Adds a unit; the same folded name again replaces it. */
    public void add(String name, UnitKind kind) {
        byKey.put(Fold.name(name), new One(name, kind));
    }

    /** The unit that a name means among units of these kinds; an exact name of another kind is found too. */
    public Found find(String name, Set<UnitKind> kinds) {
        String key = Fold.name(name);
        One exact = byKey.get(key);
        if (exact != null) {
            return exact;
        }
        Set<String> begun = new TreeSet<>();
        byKey.forEach((each, unit) -> {
            if (key.length() >= 2 && kinds.contains(unit.kind()) && each.startsWith(key)) {
                begun.add(each);
            }
        });
        if (begun.size() == 1) {
            One only = byKey.get(begun.iterator().next());
            return only == null ? new None(null) : only;
        }
        if (begun.isEmpty()) {
            List<String> candidates = byKey.values().stream()
                    .filter(each -> kinds.contains(each.kind()))
                    .map(One::name)
                    .sorted()
                    .toList();
            return new None(Words.nearest(name, candidates));
        }
        return new Several(List.copyOf(begun));
    }

    String keyOf(String name) {
        return find(name, Set.of(UnitKind.values())) instanceof One one ? Fold.name(one.name()) : Fold.name(name);
    }

    String streetKeyOf(String name) {
        return find(name, Set.of(UnitKind.STREET)) instanceof One one ? Fold.name(one.name()) : Fold.name(name);
    }
}

package cn.guatu.workbook.rule;

import cn.guatu.org.NameKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the person that 责任人 names. Of several with the name the one of the lead department is meant. */
final class PersonNames {
    private final Map<String, List<Line.PersonLine>> byName = new HashMap<>();

    PersonNames(Collection<Line.PersonLine> held, Collection<Line.PersonLine> inFile) {
        Map<Line.PersonKey, Line.PersonLine> all = new LinkedHashMap<>();
        held.forEach(person -> all.put(person.key(), person));
        inFile.forEach(person -> all.put(person.key(), person));
        all.values()
                .forEach(person -> byName.merge(
                        NameKey.of(person.name()),
                        List.of(person),
                        (some, one) -> java.util.stream.Stream.concat(some.stream(), one.stream())
                                .toList()));
    }

    /** Everybody with the name. */
    List<Line.PersonLine> named(String written) {
        return byName.getOrDefault(NameKey.of(written), List.of());
    }

    /**
     * The one that is meant.
     *
     * @param lead folded name of the lead department
     * @param before who is meant until now; stays when he still has the name
     * @return empty when nobody, or nobody in particular, is meant
     */
    Optional<Line.PersonLine> meant(String written, String lead, Line.@Nullable PersonKey before) {
        List<Line.PersonLine> named = named(written);
        if (named.size() < 2) {
            return named.stream().findFirst();
        }
        Optional<Line.PersonLine> same =
                named.stream().filter(each -> each.key().equals(before)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        List<Line.PersonLine> ofLead =
                named.stream().filter(each -> each.unit().equals(lead)).toList();
        return ofLead.size() == 1 ? ofLead.stream().findFirst() : Optional.empty();
    }
}

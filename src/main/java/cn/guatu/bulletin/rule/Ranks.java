package cn.guatu.bulletin.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places: the same figure has the same place, and the next place is skipped (1, 1, 3; semantics §13). */
public final class Ranks {

    private Ranks() {}

    /** The place of each name by its figure, the greatest first. */
    public static Map<String, Integer> of(Map<String, BigDecimal> figures) {
        List<Map.Entry<String, BigDecimal>> sorted = new ArrayList<>(figures.entrySet());
        sorted.sort(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> places = new LinkedHashMap<>();
        int place = 0;
        for (int i = 0; i < sorted.size(); i++) {
            boolean same = i > 0 && sorted.get(i).getValue().compareTo(sorted.get(i - 1).getValue()) == 0;
            place = same ? place : i + 1;
            places.put(sorted.get(i).getKey(), place);
        }
        return places;
    }
}

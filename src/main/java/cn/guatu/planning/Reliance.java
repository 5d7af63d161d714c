package cn.guatu.planning;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Records that would lose their ground if something were removed.
 *
 * @param what the record that they rely on, as people call it: 节点“土地出让合同”
 * @param counts how many of them there are, by a word for them: 计入 3
 */
public record Reliance(String what, Map<String, Integer> counts) {

    /** Keeps its own copy. */
    public Reliance {
        counts = Map.copyOf(counts);
    }

    /** In words: 节点“土地出让合同”：计入 3 条、周报 2 条. */
    public String inWords() {
        return what + "："
                + counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + each.getValue() + " 条")
                        .collect(Collectors.joining("、"));
    }
}

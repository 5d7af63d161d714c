package cn.guatu.workbook.rule;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the values of a line as people read them in a comparison. */
final class Fields {
    private final Map<String, String> all = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(String heading, @Nullable Object value) {
        return new Fields().and(heading, value);
    }

    Fields and(String heading, @Nullable Object value) {
        all.put(heading, value == null ? "" : value.toString());
        return this;
    }

    Map<String, String> map() {
        return all;
    }

    static @Nullable String number(@Nullable BigDecimal value, boolean approx) {
        return value == null ? null : (approx ? "约" : "") + plain(value);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** A single street that has everything is just its name, as people write it. */
    static String shares(List<Line.Share> shares) {
        if (shares.size() == 1) {
            return shares.getFirst().streetName();
        }
        return shares.stream()
                .map(share -> share.streetName() + ":" + plain(share.share().movePointRight(2)) + "%")
                .collect(Collectors.joining(";"));
    }

    static String predecessors(Line.PhaseKey own, Set<Line.NodeKey> nodes) {
        return nodes.stream()
                .map(node -> node.phase().equals(own)
                        ? node.node()
                        : node.phase().project() + "/" + node.phase().phase() + "/" + node.node())
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(";"));
    }
}

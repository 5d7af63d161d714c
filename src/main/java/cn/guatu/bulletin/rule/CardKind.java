package cn.guatu.bulletin.rule;

import java.util.Locale;
import java.util.Optional;

/** Whose a scorecard page is. */
public enum CardKind {
    /** 责任领导 */
    LEADER("局领导"),
    /** 科室 or 专班 */
    DEPARTMENT("科室"),
    /** 街道 */
    STREET("街道");

    private final String label;

    CardKind(String label) {
        this.label = label;
    }

    /** The Chinese word for screens and documents. */
    public String label() {
        return label;
    }

    /** The word in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this word in addresses; empty when there is none. */
    public static Optional<CardKind> ofPath(String path) {
        for (CardKind each : values()) {
            if (each.path().equals(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}

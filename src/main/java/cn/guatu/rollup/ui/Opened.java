package cn.guatu.rollup.ui;

import cn.guatu.platform.ui.PageState;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figure whose 口径卡 is open, written {@code CODE@street@department} in the address; an empty code is 综合完成率.
 *
 * @param code 编码, or empty
 * @param street null for all
 * @param department null for all
 */
record Opened(
        String code, @Nullable String street, @Nullable String department) implements Serializable {

    private static final String KEY = "explain";

    /** What the address has open. */
    static Optional<Opened> in(PageState state) {
        String written = state.get(KEY);
        if (written == null) {
            return Optional.empty();
        }
        String[] parts = written.split("@", -1);
        return Optional.of(new Opened(parts[0], part(parts, 1), part(parts, 2)));
    }

    /** The same page with this 口径卡 open. */
    PageState on(PageState state) {
        return state.with(KEY, toString());
    }

    /** The same page with no 口径卡 open. */
    static PageState closed(PageState state) {
        return state.with(KEY, null);
    }

    private static @Nullable String part(String[] parts, int index) {
        return parts.length > index && !parts[index].isBlank() ? parts[index] : null;
    }

    @Override
    public String toString() {
        return code + "@" + Objects.requireNonNullElse(street, "") + "@" + Objects.requireNonNullElse(department, "");
    }
}

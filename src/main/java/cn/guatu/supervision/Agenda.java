package cn.guatu.supervision;

import cn.guatu.rollup.Light;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting is to talk about (semantics §14): carried-over decisions first, then what is red, what changed, what is late, what went up.
 *
 * @param sections in this order; empty ones are left out
 */
public record Agenda(List<Section> sections) {

    /** Copies the list and leaves out what is empty. */
    public Agenda {
        sections =
                sections.stream().filter(section -> !section.items().isEmpty()).toList();
    }

    /**
     * Items of one kind, the worst first.
     *
     * @param title the heading
     * @param items what there is
     */
    public record Section(String title, List<Item> items) {
        /** Copies the list. */
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * Something to talk about.
     *
     * @param light its light; null for what has none
     * @param what its name
     * @param detail the numbers, in one line
     * @param unit who leads it
     * @param link where it stands in the product
     */
    public record Item(@Nullable Light light, String what, String detail, String unit, String link) {}
}

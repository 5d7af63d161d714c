package cn.guatu.platform.api;

import java.util.List;

/**
 * A page of a list (rulings, Interface).
 *
 * @param page the first one is 0
 * @param total items on all pages
 */
public record ApiPage<T>(List<T> items, int page, int size, long total) {

    /** The list is copied. */
    public ApiPage {
        items = List.copyOf(items);
    }

    /** The page of a list that is already in order. */
    public static <T> ApiPage<T> of(List<T> all, ApiParameters.Page page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = (int) Math.min(page.offset() + page.size(), all.size());
        return new ApiPage<>(all.subList(from, to), page.number(), page.size(), all.size());
    }
}

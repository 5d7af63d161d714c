package cn.guatu.rollup.ui;

import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a long table that a session may forget: they are kept while there is memory to spare and asked for again when not, so an open
 * tab holds its address and not its figures.
 */
final class SoftRows<T> {

    private SoftReference<List<T>> rows;
    private final Supplier<List<T>> again;

    private SoftRows(List<T> rows, Supplier<List<T>> again) {
        this.rows = new SoftReference<>(rows);
        this.again = again;
    }

    /** A data provider over rows that are at hand and can be asked for again. */
    static <T> CallbackDataProvider<T, Void> of(List<T> rows, Supplier<List<T>> again) {
        SoftRows<T> soft = new SoftRows<>(rows, again);
        return DataProvider.fromCallbacks(soft::page, query -> (int) soft.rows().stream()
                .skip(query.getOffset())
                .limit(query.getLimit())
                .count());
    }

    private Stream<T> page(Query<T, Void> query) {
        @Nullable Comparator<T> order = query.getInMemorySorting();
        Stream<T> all = rows().stream();
        return (order == null ? all : all.sorted(order)).skip(query.getOffset()).limit(query.getLimit());
    }

    private List<T> rows() {
        List<T> kept = rows.get();
        if (kept == null) {
            kept = again.get();
            rows = new SoftReference<>(kept);
        }
        return kept;
    }
}

package io.jetalyst.table;

import static java.util.Objects.requireNonNull;

import io.jetalyst.filter.Filter;
import java.util.function.Function;

/**
 * Creates a filter that routes of a {@link RouteTable} name. The application calls the factory of one table for each class, once, while it
 * starts. Immutable.
 *
 * @param type the class of the filter
 * @param create creates the filter from the arguments for its constructor
 */
public record FilterFactory(Class<? extends Filter> type, Function<Bindings, Filter> create) {
    public FilterFactory {
        requireNonNull(type);
        requireNonNull(create);
    }

    /** A factory of the filters of one class. */
    public static FilterFactory of(Class<? extends Filter> type, Function<Bindings, Filter> create) {
        return new FilterFactory(type, create);
    }
}

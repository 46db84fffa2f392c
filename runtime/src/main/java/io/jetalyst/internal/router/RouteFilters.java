package io.jetalyst.internal.router;

import io.jetalyst.filter.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters around one route, the outermost first; at least one. Immutable. */
public final class RouteFilters {
    private final List<Filter> filters;
    private final boolean isNonBlocking;

    private RouteFilters(List<Filter> filters) {
        this.filters = List.copyOf(filters);
        this.isNonBlocking = filters.stream().allMatch(Filter::isNonBlocking);
    }

    /** These filters; {@code null} if there are none. */
    public static @Nullable RouteFilters of(List<Filter> filters) {
        return filters.isEmpty() ? null : new RouteFilters(filters);
    }

    /** The filter at this place; {@code null} behind the last one. */
    public @Nullable Filter get(int index) {
        return index < filters.size() ? filters.get(index) : null;
    }

    /** Whether none of the filters blocks. */
    public boolean isNonBlocking() {
        return isNonBlocking;
    }

    /** Whether the other route has all of these filters. */
    public boolean areAllIn(@Nullable RouteFilters others) {
        return others != null && others.filters.containsAll(filters);
    }

    /** Those of these filters that the other route does not have; {@code null} if there are none. */
    public @Nullable RouteFilters without(@Nullable RouteFilters others) {
        return others == null
                ? this
                : of(filters.stream()
                        .filter(filter -> !others.filters.contains(filter))
                        .toList());
    }
}

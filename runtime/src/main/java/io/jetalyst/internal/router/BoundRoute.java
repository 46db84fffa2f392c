package io.jetalyst.internal.router;

import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.route.Route;
import io.jetalyst.table.Invoker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route with the invoker that calls its method.
 *
 * @param route the entry of the table
 * @param index its place in the table
 * @param invoker the table's controller
 * @param errors the methods that handle the exceptions of the table's controller
 * @param filters the filters of the route; {@code null} if it has none
 * @param template the route's path, parsed
 * @param variables the names of the path's variables
 */
public record BoundRoute(
        Route route,
        int index,
        Invoker invoker,
        ErrorHandlers errors,
        @Nullable RouteFilters filters,
        PathTemplate template,
        List<String> variables) {
    /** A route of a controller that handles no exceptions, without filters. */
    public BoundRoute(Route route, int index, Invoker invoker) {
        this(route, index, invoker, ErrorHandlers.NONE, null);
    }

    public BoundRoute(Route route, int index, Invoker invoker, ErrorHandlers errors, @Nullable RouteFilters filters) {
        this(route, index, invoker, errors, filters, PathTemplate.parse(route.path()));
    }

    private BoundRoute(
            Route route,
            int index,
            Invoker invoker,
            ErrorHandlers errors,
            @Nullable RouteFilters filters,
            PathTemplate template) {
        this(route, index, invoker, errors, filters, template, List.copyOf(template.variables()));
    }

    /** Whether neither the method of the route nor one of its filters blocks. */
    public boolean isNonBlocking() {
        return route.isNonBlocking() && (filters == null || filters.isNonBlocking());
    }
}

package io.jetalyst.internal.router;

import io.jetalyst.internal.failure.ErrorHandlers;
import io.jetalyst.route.Route;
import io.jetalyst.table.Invoker;
import java.util.List;

/**
 * A route with the invoker that calls its method.
 *
 * @param route the entry of the table
 * @param index its place in the table
 * @param invoker the table's controller
 * @param errors the methods that handle the exceptions of the table's controller
 * @param template the route's path, parsed
 * @param variables the names of the path's variables
 */
public record BoundRoute(
        Route route, int index, Invoker invoker, ErrorHandlers errors, PathTemplate template, List<String> variables) {
    /** A route of a controller that handles no exceptions. */
    public BoundRoute(Route route, int index, Invoker invoker) {
        this(route, index, invoker, ErrorHandlers.NONE);
    }

    public BoundRoute(Route route, int index, Invoker invoker, ErrorHandlers errors) {
        this(route, index, invoker, errors, PathTemplate.parse(route.path()));
    }

    private BoundRoute(Route route, int index, Invoker invoker, ErrorHandlers errors, PathTemplate template) {
        this(route, index, invoker, errors, template, List.copyOf(template.variables()));
    }
}

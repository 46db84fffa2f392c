package io.jetalyst.internal.router;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.route.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The result of matching a path. It is a value: a path without a route is not an exception. */
public sealed interface Match {
    /** Whether a WebSocket endpoint matched. */
    default boolean isSocket() {
        return this instanceof Found found && found.route().route() instanceof Route.Socket;
    }

    /**
     * A route, and where the values of its variables are in the path.
     *
     * @param route the most specific route of the wanted kinds
     * @param path the path that matched
     * @param bounds start and end of the first variable, then of the second, and so on; perhaps longer than that
     * @param choices all routes of the path and the kind, this one included, if they differ in their media types; none if there is one
     */
    record Found(BoundRoute route, String path, int[] bounds, List<BoundRoute> choices) implements Match {
        private static final int[] NONE = {};

        /** A route whose path has no variables. */
        static Found literal(BoundRoute route) {
            return new Found(route, route.route().path(), NONE, List.of());
        }

        /** The same match with one more route to choose from. */
        Found or(BoundRoute other) {
            List<BoundRoute> all = new ArrayList<>(choices.isEmpty() ? List.of(route) : choices);
            all.add(other);
            return new Found(route, path, bounds, List.copyOf(all));
        }

        /** The same match with another one of the choices. */
        public Found choose(BoundRoute other) {
            return new Found(other, path, bounds, choices);
        }

        /** The value of a variable, percent-encoded as it was sent. */
        public String variable(int index) {
            return path.substring(bounds[2 * index], bounds[2 * index + 1]);
        }

        /** The values of all variables in their order, percent-encoded as they were sent. */
        public List<String> variables() {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < route.variables().size(); i++) {
                values.add(variable(i));
            }
            return values;
        }
    }

    /**
     * The path exists, but has no route of the wanted kinds.
     *
     * @param allowed the methods it supports, {@code HEAD} and {@code OPTIONS} included
     */
    record NotAllowed(Set<HttpMethod> allowed) implements Match {}

    /** No route has this path. */
    record NotFound() implements Match {
        static final NotFound INSTANCE = new NotFound();
    }
}

package io.jetalyst.internal.router;

import io.jetalyst.http.HttpMethod;
import java.util.List;
import java.util.Set;

/** What the router says of a path: a value, for a path that leads nowhere is no exception. */
public sealed interface Match {
    /**
     * A route, and the raw values of its variables in their order.
     *
     * @param route the most specific route of the kind asked for
     * @param variables percent-encoded as they came
     */
    record Found(BoundRoute route, List<String> variables) implements Match {}

    /**
     * The path exists, but not for what was asked.
     *
     * @param allowed what it can be asked with, {@code HEAD} and {@code OPTIONS} included
     */
    record NotAllowed(Set<HttpMethod> allowed) implements Match {}

    /** No route has this path. */
    record NotFound() implements Match {
        static final NotFound INSTANCE = new NotFound();
    }
}

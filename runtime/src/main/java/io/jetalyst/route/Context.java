package io.jetalyst.route;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.PercentEncoding;
import io.jetalyst.http.Request;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through filters and controller: the request, the route it found, and what filters left for those after
 * them. Used by one thread at a time.
 */
public final class Context {
    private final Request request;
    private final @Nullable Route route;
    private final List<String> names;
    private final List<String> values;
    private @Nullable Map<Key<?>, Object> attributes;

    private Context(Request request, @Nullable Route route, List<String> names, List<String> values) {
        this.request = request;
        this.route = route;
        this.names = names;
        this.values = values;
    }

    /** For the pipeline: a request that found no route. */
    public static Context unrouted(Request request) {
        return new Context(request, null, List.of(), List.of());
    }

    /** For the pipeline: a request with the route it found and the raw values of the route's variables. */
    public static Context routed(Request request, BoundRoute route, List<String> values) {
        return new Context(request, route.route(), route.variables(), values);
    }

    public Request request() {
        return request;
    }

    /** The route that answers; empty if none does, and the answer will be 404 or 405. */
    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /**
     * The decoded value of a path variable.
     *
     * @throws BindingProblem if its percent-encoding is not valid UTF-8
     * @throws IllegalArgumentException if the route has no such variable
     */
    public String pathVariable(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the route " + route + " has no variable " + name);
        }
        return PercentEncoding.decodePath(values.get(index))
                .orElseThrow(() -> new BindingProblem("path", name, "is not valid percent-encoded UTF-8"));
    }

    /** What was put under this key. */
    @SuppressWarnings("unchecked") // put() takes only a T for a Key<T>
    public <T> Optional<T> get(Key<T> key) {
        return attributes == null ? Optional.empty() : Optional.ofNullable((T) attributes.get(key));
    }

    /** Leaves a value for the filters and the controller that come after. */
    public <T> void put(Key<T> key, T value) {
        if (attributes == null) {
            attributes = new IdentityHashMap<>();
        }
        attributes.put(key, value);
    }
}

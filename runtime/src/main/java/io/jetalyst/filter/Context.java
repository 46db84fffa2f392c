package io.jetalyst.filter;

import io.jetalyst.http.BindingProblem;
import io.jetalyst.http.Request;
import io.jetalyst.route.Route;
import java.util.Optional;

/**
 * One request on its way through filters and controller: the request, the route that matched, and the values that filters put for those
 * who run later. One thread at a time uses it.
 */
public interface Context {
    Request request();

    /**
     * The route that matched; empty if none did, and the response is 404 or 405. For a path with both a WebSocket endpoint and a page it
     * is the endpoint's until the endpoint declines, and then the page's.
     */
    Optional<Route> route();

    /**
     * The decoded value of a path variable.
     *
     * @throws BindingProblem if its percent-encoding is not valid UTF-8
     * @throws IllegalArgumentException if the route has no such variable
     */
    String pathVariable(String name);

    /** The value that was put under this key. */
    <T> Optional<T> get(Key<T> key);

    /** Keeps a value for the filters and the controller that run later. It survives the fallback from a socket endpoint to its page. */
    <T> void put(Key<T> key, T value);
}

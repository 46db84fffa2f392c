package io.jetalyst.filter;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.Result;

/**
 * Runs around requests. A filter that is added to the application runs around every request that the engine could parse, WebSocket handshakes and
 * requests without a route included. A filter that {@code @Filtered} names runs around the routes of a controller, or around one route, inside
 * the filters of the application, which run in the order of their registration.
 *
 * <p>A filter returns a response of its own, or calls {@link Next#proceed} and returns that result, perhaps changed. Exceptions, 404 and
 * 405 are responses by then, so a change applies to them too, now or when a deferred response completes. The result of an accepted
 * handshake is a response of status 101: the engine sends the header fields that a filter adds to it, and any other response in its place
 * rejects the handshake.
 *
 * <pre>{@code
 * Filter members = (context, next) ->
 *         context.request().header("Authorization").isPresent()
 *                 ? next.proceed()
 *                 : Response.of(Status.UNAUTHORIZED).header("WWW-Authenticate", "Basic");
 *
 * Filter version = Filter.nonBlocking((context, next) -> next.proceed().map(response -> response.header("X-Version", "7")));
 * }</pre>
 *
 * <p>A filter may block, unless it is {@linkplain #isNonBlocking non-blocking}. Many threads call it at once.
 */
@FunctionalInterface
public interface Filter {
    /** @throws Exception becomes the response: an {@code HttpProblem} with its status, any other exception as 500 */
    Result filter(Context context, Next next) throws Exception;

    /**
     * Whether this filter never blocks. A request whose filters and whose route are all non-blocking runs on the thread that read it; any
     * other request is handed to another thread first. By default a filter may block.
     */
    default boolean isNonBlocking() {
        return false;
    }

    /** The same filter, marked as one that never blocks. */
    static Filter nonBlocking(Filter filter) {
        requireNonNull(filter);
        return new Filter() {
            @Override
            public Result filter(Context context, Next next) throws Exception {
                return filter.filter(context, next);
            }

            @Override
            public boolean isNonBlocking() {
                return true;
            }

            @Override
            public String toString() {
                return filter.toString();
            }
        };
    }
}

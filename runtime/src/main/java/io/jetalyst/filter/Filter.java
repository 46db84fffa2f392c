package io.jetalyst.filter;

import io.jetalyst.http.Result;

/**
 * Runs around every request, WebSocket handshakes and requests without a route included, in the order of registration.
 *
 * <p>It answers by itself, or goes on with {@link Next#proceed} and may change the result. A handshake that is taken comes back
 * as a response of status 101: headers added to it are sent, and any other response in its place refuses the upgrade.
 *
 * <pre>{@code
 * Filter members = (context, next) ->
 *         context.request().header("Authorization").isPresent()
 *                 ? next.proceed()
 *                 : Response.of(Status.UNAUTHORIZED).header("WWW-Authenticate", "Basic");
 * }</pre>
 */
@FunctionalInterface
public interface Filter {
    /** @throws Exception answered as an exception of a controller: an {@code HttpProblem} as it says, any other as 500 */
    Result filter(Context context, Next next) throws Exception;
}

package io.jetalyst.observe;

import io.jetalyst.http.Request;
import java.time.Duration;
import java.util.Optional;

/**
 * A request that has ended.
 *
 * @param request as the application saw it: behind trusted proxies, its remote address is the client's. A request that could not be parsed has
 *     an empty method or path
 * @param route the template of the route that matched, such as {@code /rooms/{id}}, below the base path; empty if none did. A client cannot choose it, unlike the
 *     path
 * @param status the status that was sent; 499 if the client had gone before, 101 for an accepted handshake over HTTP/1.1 and 200 over HTTP/2
 * @param receivedBytes the bytes of the request's content that were read
 * @param sentBytes the bytes of the response's content that were sent, without its head
 * @param duration from the end of the request's head to the end of the response; 0 for a request that the server refused itself
 * @param end how it ended
 * @param isUpgraded whether the connection became a WebSocket, which a {@link ClosedSocket} reports when it ends
 */
public record CompletedRequest(
        Request request,
        Optional<String> route,
        int status,
        long receivedBytes,
        long sentBytes,
        Duration duration,
        End end,
        boolean isUpgraded) {
    /** The status of a request whose client has gone before the response, as in the logs of nginx. No client receives it. */
    public static final int CLIENT_CLOSED_REQUEST = 499;

    /** How a request ended. */
    public enum End {
        /** The whole response was sent. */
        COMPLETE,
        /** The client, or the network, ended the connection or the stream before that. */
        ABORTED,
        /** The content of the response failed after its status was sent. */
        FAILED
    }
}

package io.jetalyst.engine;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;

/**
 * One request with the ways to answer it. Exactly one of {@link #respond} and {@link #upgrade} is called, once, from any thread; a second
 * answer is an {@link IllegalStateException}.
 */
public interface Exchange {
    Request request();

    /** Whether, and how, the request could become a WebSocket. */
    UpgradeSupport upgradeSupport();

    /** Whether a body follows the request's head. */
    boolean hasBody();

    /** Answers. The body is left out for {@code HEAD}, its length is told all the same. */
    void respond(Response response);

    /** Answers a handshake that was checked: 101 for HTTP/1.1, 200 for extended CONNECT; then the socket begins. */
    void upgrade(SocketUpgrade upgrade);

    /** What the protocol under a request can do about WebSockets. */
    enum UpgradeSupport {
        /** Nothing: HTTP/1.0, FastCGI, an ordinary request of HTTP/2. */
        NONE,
        /** HTTP/1.1: the request is a handshake if its header says so (RFC 6455). */
        UPGRADE_HEADER,
        /** The request is a CONNECT with {@code :protocol} {@code websocket} (RFC 8441). */
        EXTENDED_CONNECT
    }
}

package io.jetalyst.engine;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.function.Consumer;

/**
 * One request and the ways to answer it. The handler calls exactly one of {@link #respond} and {@link #upgrade}, once, from any thread; a
 * second answer is an {@link IllegalStateException}.
 */
public interface Exchange {
    Request request();

    /** Whether, and how, the request can become a WebSocket. */
    UpgradeSupport upgradeSupport();

    /**
     * The content of the request; {@linkplain RequestBody#isEmpty empty} if it has none. That of an {@linkplain UpgradeSupport#EXTENDED_CONNECT
     * extended CONNECT} is always empty, and to ask for it takes nothing from the stream: the data of the stream belongs to the socket.
     */
    RequestBody body();

    /**
     * A parser for {@code multipart/form-data}.
     *
     * @param boundary 1 to 70 characters (RFC 2046 §5.1.1)
     * @param maxHeadBytes the length of all header fields of one part; a longer header is 400
     * @throws io.jetalyst.http.HttpProblem 415 if the engine has none
     */
    default PartParser partParser(String boundary, int maxHeadBytes, PartReceiver receiver) {
        throw HttpProblem.of(Status.UNSUPPORTED_MEDIA_TYPE, "This server does not read multipart/form-data.");
    }

    /**
     * Registers a task that is called once when the exchange ends, whatever happens: its response is sent completely, or never will be. Any
     * thread calls it, perhaps before this method returns; it must not block. The engine runs all tasks, even if one throws.
     */
    void onEnd(Runnable task);

    /**
     * Runs a task that may block, soon, on a thread that may block. The engine runs at most a bounded number of such tasks. If the calling
     * thread may block, the engine can run the task on it before this method returns, so the call should be the last step of the handler.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the bound is reached or the engine stops; the task does not run then
     */
    void execute(Runnable task);

    /**
     * Registers a listener that is called at most once, with the reason, if the exchange ends before its response is sent: the client closed
     * or reset the connection or stream, it timed out, or the content of the response failed. The engine's thread calls it, perhaps before
     * this method returns; it must not block. The engine calls all listeners of an exchange. It calls one at once that is registered after the
     * exchange was aborted, and does not call one that is registered after the response was sent. After the call {@link #respond} is still
     * legal, and sends nothing.
     *
     * <p>A client that closes only its sending side while it waits counts as gone. While the body is being read, its reader receives the
     * failure first, and the engine may call the listener only when the response cannot be sent. Over HTTP/1.1 the end of the connection is
     * behind the bytes of the body: as long as nothing reads a body that is not complete, the engine may notice that the client is gone only
     * when it sends the response. Over HTTP/2 the reset of a stream is a frame of its own, which the engine reads in any case.
     */
    void onAbort(Consumer<Throwable> listener);

    /**
     * Sends the response. The engine leaves out the body for {@code HEAD}, but sends the header fields that {@code GET} would have, and closes
     * the source of the body exactly once. It never blocks.
     */
    void respond(Response response);

    /**
     * The same, and reports content that fails. An engine that does not override this method ends the exchange without a report.
     *
     * @param failures called if the content fails
     */
    default void respond(Response response, ContentFailures failures) {
        respond(response);
    }

    /** Answers a handshake that was checked: 101 for HTTP/1.1, 200 for extended CONNECT. Then the socket opens. */
    void upgrade(SocketUpgrade upgrade);

    /** The status and the bytes that were sent and received: so far, or finally in a task of {@link #onEnd}. */
    ExchangeResult result();

    /** How a request can become a WebSocket. */
    enum UpgradeSupport {
        /** It cannot: HTTP/1.0, FastCGI, an ordinary request of HTTP/2. */
        NONE,
        /** HTTP/1.1: the request is a handshake if its header says so (RFC 6455). */
        UPGRADE_HEADER,
        /** The request is a CONNECT with {@code :protocol} {@code websocket} (RFC 8441). */
        EXTENDED_CONNECT
    }
}

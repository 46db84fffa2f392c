package io.jetalyst.engine;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The content of a request (RFC 9110 §6.4). A caller uses one way of reading: {@link #poll} and {@link #read} together, or {@link #stream},
 * or {@link #inputStream}. A second way is an {@link IllegalStateException}.
 *
 * <p>The engine reads from the connection only while a caller asks for bytes. A client that sent {@code Expect: 100-continue} gets its
 * 100 when a caller first waits for bytes. The engine drains a body that nobody has read, within a bound, once the exchange is answered.
 *
 * <p>Every way fails with an {@code HttpProblem} whose status is 413 if the body is longer than the caller's limit, 408 if the client
 * sends too slowly, and 400 if the client ends the connection or violates the framing of the body.
 */
public interface RequestBody {
    /** The number of bytes that the client announced; −1 if it announced none. */
    long length();

    /** The number of bytes that callers have taken so far. */
    long received();

    /** Whether the request has no content. */
    boolean isEmpty();

    /**
     * Returns the whole body if it has arrived, without waiting.
     *
     * @param maxBytes the longest body to accept
     * @return {@code null} if bytes are missing; then {@link #read} returns the body, including the bytes that have arrived
     * @throws io.jetalyst.http.HttpProblem 413 if the announced length or the bytes received exceed the limit; 400 if the body is broken
     * @throws IllegalStateException if the stage of a {@link #read} has not completed
     */
    byte @Nullable [] poll(int maxBytes);

    /**
     * Reads the whole body without holding a thread.
     *
     * @param maxBytes the longest body to accept
     * @return completes on the engine's thread, which must not be blocked
     * @throws IllegalStateException if the stage of another {@code read} has not completed
     */
    CompletionStage<byte[]> read(int maxBytes);

    /**
     * The body in parts. It has one subscriber, whose demand is the back-pressure on the client: the engine reads a part when the subscriber
     * requests one. The engine calls the subscriber on its own thread, which must not be blocked. Each buffer belongs to the subscriber.
     */
    Flow.Publisher<ByteBuffer> stream();

    /**
     * The body as a stream whose {@code read} blocks until bytes arrive, for tasks of {@link Exchange#execute}. It throws an
     * {@code IOException} whose cause is the {@code HttpProblem}. Closing it leaves the rest of the body unread.
     */
    InputStream inputStream();

    /**
     * Reserves memory, which all requests share, for so many bytes of this body. {@link #poll} and {@link #read} reserve the bytes that
     * they collect.
     *
     * @param bytes the bytes of this body in all, not those that are added
     * @throws io.jetalyst.http.HttpProblem 503 if the bodies of all requests do not fit into memory
     */
    default void reserve(long bytes) {}

    /**
     * Releases the memory that {@link #poll}, {@link #read} and {@link #reserve} have reserved. The runtime calls it when the exchange ends, or
     * when reading the body has failed and no thread refers to its bytes any more. Later calls have no effect.
     */
    default void release() {}
}

package io.jetalyst.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The engine's side of one connection that has become a socket: where bytes leave. Safe for all threads; no method blocks. */
public interface SocketWire {
    /**
     * A buffer to fill for {@link #write}. That or {@link #discardBuffer} always follows. One at a time: the next one may be requested when
     * the last write has ended.
     *
     * @return an empty buffer with room for some thousand bytes at least
     */
    ByteBuffer buffer();

    /**
     * Sends the bytes of the {@link #buffer}, which is the wire's again. One write at a time.
     *
     * @param written called exactly once, by any thread and perhaps before the method returns, unless the bytes were handed to the
     *     network at once
     * @return whether they were
     */
    boolean write(ByteBuffer buffer, Written written);

    /** Returns the {@link #buffer} unwritten, because it could not be filled. A wire whose buffers need no release does nothing. */
    default void discardBuffer() {}

    /** Reads on, after {@link SocketReceiver#received} returned {@code false}; called once for each time, from any thread. */
    void resume();

    /** Sends nothing more: the peer sees the end of what was written, while what it sends is still read. */
    void shutdownOutput();

    /** Ends the connection at once; bytes that are not written are discarded. Does nothing the second time. */
    void close();

    /** Runs something that may block, in a thread for that, soon. */
    void execute(Runnable task);

    /** Receives the result of a write. It must not block. */
    @FunctionalInterface
    interface Written {
        /** @param failure {@code null} if the bytes were handed to the network; otherwise why they never will be */
        void written(@Nullable Throwable failure);
    }
}

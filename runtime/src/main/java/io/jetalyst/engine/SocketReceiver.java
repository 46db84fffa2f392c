package io.jetalyst.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's side of one connection that has become a socket; it receives the bytes of the client. The engine calls {@link #opened}
 * first, then {@link #received}, one call at a time, and {@link #closed} exactly once and last. It may call {@link #closed} on any
 * thread, also while another call is running; the runtime puts them in order.
 */
public interface SocketReceiver {
    /** The upgrade is complete, and bytes can be sent. This method may block, unless {@link SocketUpgrade#nonBlocking}. */
    void opened(SocketWire wire);

    /**
     * Bytes arrived. The engine keeps the bytes that this method leaves in the buffer, and passes them again after
     * {@link SocketWire#resume}, before those that follow them. This method may block, unless {@link SocketUpgrade#nonBlocking}.
     *
     * @param bytes big-endian; the method may change them, and may use them until it returns
     * @return {@code true} if the method has taken all bytes and the engine shall read more; {@code false} if the engine shall wait for a
     *     call of {@link SocketWire#resume}, which may have happened already
     */
    boolean received(ByteBuffer bytes);

    /**
     * The engine has read bytes ahead, while {@link #received} has not returned or has returned {@code false}. These are all bytes that
     * follow those of its last call, and the engine passes them to {@link #received} later. With them, the runtime answers control frames
     * in time (RFC 6455 §5.5.2). One call at a time; it must not block.
     *
     * @param bytes valid until the call returns; the method must not change them
     */
    default void peek(ByteBuffer bytes) {}

    /**
     * The connection has ended: the client has closed it, the network failed, or {@link SocketWire#close} was called. Called without
     * {@link #opened} if the response to the handshake could not be sent.
     *
     * @param failure what went wrong; {@code null} if nothing did
     */
    void closed(@Nullable Throwable failure);
}

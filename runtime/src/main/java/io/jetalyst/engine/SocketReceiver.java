package io.jetalyst.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's side of one connection that has become a socket: what comes in. {@link #opened} is called first, then {@link #received},
 * one call at a time, and {@link #closed} exactly once and last. {@link #closed} may be called from any thread, also while another
 * call is running; the runtime puts them in order.
 */
public interface SocketReceiver {
    /** The connection is the socket's; bytes can be sent. It may block, unless {@link SocketUpgrade#nonBlocking}. */
    void opened(SocketWire wire);

    /**
     * Bytes came. What is not taken is kept by the engine, and comes again after {@link SocketWire#resume}, before what follows it. It may
     * block, unless {@link SocketUpgrade#nonBlocking}.
     *
     * @param bytes big-endian; valid, and the callee's to change, until the call returns
     * @return whether more is to be read, all bytes being taken; {@code false} until {@link SocketWire#resume} is called, which may have
     *     happened already
     */
    boolean received(ByteBuffer bytes);

    /**
     * Bytes were read ahead, while {@link #received} has not returned or has returned {@code false}: all bytes that follow those of its last
     * call. They will be passed to {@link #received} as well. So the runtime can answer control frames in time (RFC 6455 §5.5.2). One call
     * at a time; it must not block.
     *
     * @param bytes valid, and not to be changed, until the call returns
     */
    default void peek(ByteBuffer bytes) {}

    /**
     * The connection is gone: the peer has ended it, the network failed, or {@link SocketWire#close} was called. Called without
     * {@link #opened} where the handshake could not be answered.
     *
     * @param failure what went wrong; {@code null} if nothing did
     */
    void closed(@Nullable Throwable failure);
}

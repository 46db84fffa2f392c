package io.jetalyst.engine;

import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;

/**
 * The runtime's side of one open socket: what comes in. {@link #opened} is called first and {@link #closed} exactly once and last.
 * Nothing is read before {@link SocketWire#demand}. {@link #failed} and {@link #closed} may be called from any thread, also while
 * another call is running; the runtime puts them in order.
 */
public interface SocketReceiver {
    /** The socket is open; frames can be sent. */
    void opened(SocketWire wire);

    /**
     * A frame came, or a part of a long one, unmasked and checked against RFC 6455 §5. It may block.
     *
     * @param opcode 0 continuation, 1 text, 2 binary, 9 ping, 10 pong; a close frame comes as {@link #closeReceived}
     * @param begins whether a frame of the peer begins here; false for what follows of a frame that comes in parts
     * @param last whether the message ends here
     * @param payload valid until the call returns
     */
    void frame(int opcode, boolean begins, boolean last, ByteBuffer payload);

    /**
     * The peer sent a close frame. The engine answers it when the call has returned. No frame follows.
     *
     * @param code 1005 if it carried none
     */
    void closeReceived(int code, String reason);

    /**
     * Something other than a close ends the connection: the peer broke the protocol, or the network failed. {@link #closed} follows.
     *
     * @param status what the engine closes with; 1006 if nothing can be sent any more
     */
    void failed(CloseStatus status, Throwable error);

    /** The connection is gone. */
    void closed();
}

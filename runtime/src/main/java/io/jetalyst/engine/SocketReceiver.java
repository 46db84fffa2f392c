package io.jetalyst.engine;

import io.jetalyst.socket.CloseStatus;
import java.nio.ByteBuffer;

/**
 * The runtime's side of one open socket: what comes in. Calls are serial: {@link #opened} first, {@link #closed} exactly once and
 * last. Nothing is read before {@link SocketWire#demand}.
 */
public interface SocketReceiver {
    /** The socket is open; frames can be sent. */
    void opened(SocketWire wire);

    /**
     * A frame came, unmasked and checked against RFC 6455 §5.
     *
     * @param opcode 0 continuation, 1 text, 2 binary, 9 ping, 10 pong; a close frame comes as {@link #closeReceived}
     * @param payload valid until the call returns
     */
    void frame(int opcode, boolean last, ByteBuffer payload);

    /** The peer sent a close frame. The engine answers it when the call has returned. No frame follows. */
    void closeReceived(int code, String reason);

    /** Something other than a close ends the connection; {@link #closed} follows. */
    void failed(Throwable error, CloseStatus.Cause cause);

    /**
     * The connection is gone.
     *
     * @param code the code of the close frame that was sent or received first; 1006 if there was none
     */
    void closed(int code, String reason);
}

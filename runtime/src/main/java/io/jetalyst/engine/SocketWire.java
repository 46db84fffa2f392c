package io.jetalyst.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The engine's side of one open socket: where frames leave. Safe for all threads; no method blocks. */
public interface SocketWire {
    /**
     * Sends a frame after all frames sent before it; pings and pongs may overtake.
     *
     * @param opcode 0 continuation, 1 text, 2 binary, 9 ping, 10 pong (RFC 6455 §5.2)
     * @param last whether the message ends with this frame
     * @param payload must not change until the frame is written; the buffer's position is left alone
     * @param written called exactly once, perhaps before the method returns
     */
    void send(int opcode, boolean last, ByteBuffer payload, Written written);

    /**
     * Sends a close frame after all frames sent before it, and goes on reading for the peer's own. The connection ends when that has
     * come, or by {@link #abort}.
     */
    void close(int code, String reason);

    /** Asks for one more frame. Called once for each frame, from any thread; does nothing after the end. */
    void demand();

    /** Ends the connection at once, without a close frame. */
    void abort();

    /** Hears what became of a frame. */
    @FunctionalInterface
    interface Written {
        /** @param failure {@code null} if the frame was handed to the network; otherwise why it never will be */
        void written(@Nullable Throwable failure);
    }
}

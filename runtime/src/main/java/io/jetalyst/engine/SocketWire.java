package io.jetalyst.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** The engine's side of one open socket: where frames leave. Safe for all threads. */
public interface SocketWire {
    /**
     * Sends a frame after all frames sent before it; control frames may overtake.
     *
     * @param opcode 0 continuation, 1 text, 2 binary, 9 ping, 10 pong (RFC 6455 §5.2)
     * @param payload must not change until the stage is done; the buffer's position is left alone
     * @return done when the frame was handed to the network, failed if it never will be
     */
    CompletionStage<Void> send(int opcode, boolean last, ByteBuffer payload);

    /** Sends a close frame after all frames sent before it, and ends the connection when the peer has answered, or after 5 seconds. */
    CompletionStage<Void> close(int code, String reason);

    /** Asks for one more frame. Called once for each frame, from any thread. */
    void demand();

    /** Ends the connection at once, without a close frame. */
    void abort();
}

package io.jetalyst.internal.socket;

import io.jetalyst.internal.protocol.CloseFrame;
import io.jetalyst.internal.protocol.Opcode;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits in an {@link Outbox}. */
sealed interface Outgoing {
    /**
     * A frame: a whole message, or a part of one that is streamed.
     *
     * @param last whether its message ends with it
     * @param done told what became of it; {@code null} if nobody asks
     * @param stream the message it is a part of; {@code null} if it is a message by itself
     */
    record Frame(
            int opcode,
            boolean last,
            ByteBuffer payload,
            @Nullable CompletableFuture<Void> done,
            @Nullable Stream stream)
            implements Outgoing {
        /** A whole message. */
        Frame(int opcode, ByteBuffer payload, @Nullable CompletableFuture<Void> done) {
            this(opcode, true, payload, done, null);
        }

        boolean isControl() {
            return Opcode.isControl(opcode);
        }

        /** How many bytes it keeps in memory. */
        int size() {
            return payload.remaining();
        }
    }

    /** The place of a message whose parts come one by one. Touched by its {@link SendQueue} only. */
    final class Stream implements Outgoing {
        /** Parts that wait. */
        final ArrayDeque<Frame> parts = new ArrayDeque<>(2);

        boolean begun;
        /** Whether no part will follow those that wait. */
        boolean ended;
    }

    /** The close frame; nothing follows it. */
    record Close(CloseFrame frame) implements Outgoing {}
}

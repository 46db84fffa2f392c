package io.jetalyst.internal.socket;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What waits in an {@link Outbox}. */
sealed interface Outgoing {
    /** How many bytes it keeps in memory. */
    int size();

    /**
     * A frame that is a whole message.
     *
     * @param done told what became of it; {@code null} if nobody asks
     */
    record Frame(int opcode, ByteBuffer payload, @Nullable CompletableFuture<Void> done) implements Outgoing {
        @Override
        public int size() {
            return payload.remaining();
        }
    }

    /** The close frame; nothing follows it. */
    record Close(int code, String reason) implements Outgoing {
        @Override
        public int size() {
            return 0;
        }
    }
}

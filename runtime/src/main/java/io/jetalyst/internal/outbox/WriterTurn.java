package io.jetalyst.internal.outbox;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The turn of the thread that writes for an {@link Outbox}, and of those that wait for it. Used under the lock of the outbox. */
final class WriterTurn {
    private @Nullable Thread writer;
    /** Completed when the writer stops or the queue is no longer congested; {@code null} while no thread waits for that. */
    private @Nullable CompletableFuture<Void> relieved;

    void begin() {
        writer = Thread.currentThread();
    }

    void end() {
        writer = null;
        relieve();
    }

    boolean isTaken() {
        return writer != null;
    }

    /** Completed by {@link #end} or {@link #relieve}; {@code null} if no other thread writes. */
    @Nullable
    CompletableFuture<Void> relief() {
        if (writer == null || writer == Thread.currentThread()) {
            return null;
        }
        if (relieved == null) {
            relieved = new CompletableFuture<>();
        }
        return relieved;
    }

    void relieve() {
        if (relieved != null) {
            relieved.complete(null);
            relieved = null;
        }
    }
}

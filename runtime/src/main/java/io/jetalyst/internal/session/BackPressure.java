package io.jetalyst.internal.session;

import io.jetalyst.internal.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Slows down threads that send faster than another thread writes, so that a client does not look slow that reads fast enough. Such a
 * thread waits for a moment. The I/O thread that runs a non-blocking listener must not wait, because it reads from other connections,
 * too: instead, its session pauses reading when the listener has returned.
 */
public final class BackPressure {
    /** The threads that call a non-blocking listener. */
    private final ConcurrentHashMap<Thread, Turn> turns = new ConcurrentHashMap<>();

    /**
     * Waits, now or after the current listener, while another thread writes and the queue is congested.
     *
     * @param deadline as of {@link io.jetalyst.internal.outbox.WriterTurn#deadline}
     */
    void await(Outbox outbox, long deadline) {
        CompletableFuture<Void> relief = outbox.relief();
        if (relief == null) {
            return;
        }
        Turn turn = turns.get(Thread.currentThread());
        if (turn != null) {
            turn.reliefs.add(relief);
            return;
        }
        try {
            relief.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // The thread has waited long enough; if the queue is full, the overflow policy decides.
        }
    }

    /**
     * The current thread begins to call a non-blocking listener; {@link Turn#end} follows. {@code null} if it does so within another such
     * call, whose session pauses then.
     */
    @Nullable
    Turn begin() {
        Turn turn = new Turn();
        return turns.putIfAbsent(Thread.currentThread(), turn) == null ? turn : null;
    }

    /** The call of a listener that must not wait. Used by its thread only. */
    final class Turn {
        /** Completed when the writer has sent enough, one for each call that would have waited. */
        private final List<CompletableFuture<Void>> reliefs = new ArrayList<>(0);

        /**
         * The listener has returned.
         *
         * @param executor completes the result
         * @return what the session has to wait for before it reads on; {@code null} if it need not wait
         */
        @Nullable
        CompletionStage<Void> end(Executor executor) {
            turns.remove(Thread.currentThread());
            if (reliefs.isEmpty()) {
                return null;
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(reliefs.toArray(CompletableFuture[]::new));
            return all.isDone() ? null : all.thenRunAsync(() -> {}, executor);
        }
    }
}

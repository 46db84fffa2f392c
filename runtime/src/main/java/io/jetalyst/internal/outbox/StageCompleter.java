package io.jetalyst.internal.outbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes the stages that the application holds. Their dependents are application code and may block, even until another stage is
 * done. So each stage that has dependents is completed on a thread of its own: not on one that reads, writes, ends sessions or stops the
 * server, and not on one of those that blocked listeners may exhaust.
 */
public final class StageCompleter {
    private static final int KEPT_SECONDS = 10;

    private final Executor threads;

    public StageCompleter() {
        this(threads());
    }

    /** @param threads runs each task on a thread of its own */
    public StageCompleter(Executor threads) {
        this.threads = threads;
    }

    /** @param failure {@code null} to complete the stage normally */
    public void complete(CompletableFuture<Void> stage, @Nullable Throwable failure) {
        if (stage.getNumberOfDependents()
                == 0) { // the usual case; a dependent that is added at this very moment may run on this thread
            finish(stage, failure);
            return;
        }
        try {
            threads.execute(() -> finish(stage, failure));
        } catch (Throwable e) { // no memory for a thread
            finish(stage, failure);
        }
    }

    private static void finish(CompletableFuture<Void> stage, @Nullable Throwable failure) {
        if (failure == null) {
            stage.complete(null);
        } else {
            stage.completeExceptionally(failure);
        }
    }

    /** Virtual threads on JDK 21 and later. */
    private static Executor threads() {
        try {
            return (Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return new ThreadPoolExecutor(
                    0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                        Thread thread = new Thread(task, "jetalyst-socket-stage");
                        thread.setDaemon(true);
                        return thread;
                    });
        }
    }
}

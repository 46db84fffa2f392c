package io.jetalyst.internal.socket;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes the stages that the application was given. What depends on one is the application's and may block, even until the next one is
 * done. So each runs by itself, in a thread that does nothing else: not in one that reads, writes, ends sessions or stops the
 * server, and not in one of those that listeners may all be blocking.
 */
final class Stages {
    private static final int KEPT_SECONDS = 10;

    private final Executor threads;

    Stages() {
        this(threads());
    }

    /** @param threads begins a thread for each task, or lends an idle one */
    Stages(Executor threads) {
        this.threads = threads;
    }

    /** @param failure {@code null} if what the stage stands for was done */
    void complete(CompletableFuture<Void> stage, @Nullable Throwable failure) {
        if (stage.getNumberOfDependents() == 0) { // as a rule; what is added at this very moment may run here
            finish(stage, failure);
            return;
        }
        try {
            threads.execute(() -> finish(stage, failure));
        } catch (Throwable none) { // no memory for a thread
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

    /** Virtual ones from JDK 21 on. */
    private static Executor threads() {
        try {
            return (Executor)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException before) {
            return new ThreadPoolExecutor(
                    0,
                    Integer.MAX_VALUE,
                    KEPT_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    SocketClock.daemons("jetalyst-socket-stage"));
        }
    }
}

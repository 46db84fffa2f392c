package io.jetalyst.jetty;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.TryExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The executor of selectors that run on virtual threads.
 *
 * <p>Jetty's strategy lets the thread that selects run a task that may block, if another thread is there to select meanwhile. It asks for
 * that thread before each task ({@link #tryExecute}). This executor starts a thread for a selector only if none that it started before has
 * still to run: most tasks return before such a thread has even started, and the asking thread selects again. A task that returns quickly
 * then costs no thread at all, and one that parks gives its carrier to the thread that waits.
 *
 * <p>A task that reads a request over HTTP/1 calls {@link #prepareToBlock} before it blocks, and a request to a non-blocking route never does.
 * So before such a task the executor only records that the thread is due ({@link NextThread#defer}), and starts it when the task is about to
 * block.
 */
final class SelectorExecutor implements TryExecutor {
    /** The thread that has to be started before the calling thread, which selects otherwise, may block. */
    private static final ThreadLocal<@Nullable NextThread> DUE = new ThreadLocal<>();

    private final Executor virtualThreads;
    /** One entry for each selector. */
    private final Map<Runnable, NextThread> nextThreads = new ConcurrentHashMap<>();

    SelectorExecutor(Executor virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    @Override
    public void execute(Runnable task) {
        virtualThreads.execute(task);
    }

    @Override
    public boolean tryExecute(Runnable producer) {
        return next(producer).provide();
    }

    /** The thread that selects next for a selector, whose strategy is the producer. */
    NextThread next(Runnable producer) {
        NextThread next = nextThreads.get(producer);
        return next == null ? nextThreads.computeIfAbsent(producer, NextThread::new) : next;
    }

    /**
     * Called on a thread of the server before it runs a task that may block. Starts the thread that takes over its selector, if that is due.
     *
     * @return whether the calling thread may block
     */
    static boolean prepareToBlock() {
        if (Invocable.isNonBlockingInvocation()) {
            return false;
        }
        NextThread due = DUE.get();
        if (due == null) {
            return true;
        }
        boolean started = due.start();
        if (started) {
            DUE.set(null);
        }
        return started;
    }

    /** The thread that selects if the one that does so now blocks. */
    final class NextThread implements Runnable {
        /** Jetty's strategy: it selects, or returns at once if another thread does. */
        private final Runnable producer;

        private final AtomicBoolean started = new AtomicBoolean();
        /**
         * Set by the thread that selects, just before its strategy calls {@link #provide}. A thread that has meanwhile ceased to select may
         * read the value of its successor, and needs no other thread then.
         */
        private boolean deferred;

        NextThread(Runnable producer) {
            this.producer = producer;
        }

        /** Whether the strategy is about to ask for this thread before a task that calls {@link #prepareToBlock} before it blocks. */
        void defer(boolean deferred) {
            this.deferred = deferred;
        }

        /** Whether a thread will run, or the task will start it before it blocks. */
        boolean provide() {
            if (deferred) {
                deferred = false;
                DUE.set(this);
                return true;
            }
            return start();
        }

        /** Whether a thread will run. */
        boolean start() {
            if (started.get() || !started.compareAndSet(false, true)) {
                return true;
            }
            try {
                virtualThreads.execute(this);
                return true;
            } catch (RejectedExecutionException stopping) {
                started.set(false);
                return false;
            }
        }

        @Override
        public void run() {
            started.set(false); // before the strategy decides whether it needs this thread: no later request is missed
            producer.run();
        }
    }
}

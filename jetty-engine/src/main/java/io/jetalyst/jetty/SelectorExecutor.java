package io.jetalyst.jetty;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.TryExecutor;

/**
 * The executor of selectors that run on virtual threads.
 *
 * <p>Jetty's strategy lets the thread that selects run a handler that may block, if another thread is there to select meanwhile. It asks for
 * that thread before each request ({@link #tryExecute}). Most handlers return before such a thread has even started, and the asking thread
 * selects again. So this executor starts a thread for a selector only if none that it started before has still to run. A handler that
 * returns quickly then costs no thread at all, and one that parks gives its carrier to the thread that waits.
 */
final class SelectorExecutor implements TryExecutor {
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
        NextThread next = nextThreads.get(producer);
        if (next == null) {
            next = nextThreads.computeIfAbsent(producer, NextThread::new);
        }
        return next.start();
    }

    /** The thread that selects if the one that does so now blocks. */
    private final class NextThread implements Runnable {
        /** Jetty's strategy: it selects, or returns at once if another thread does. */
        private final Runnable producer;

        private final AtomicBoolean started = new AtomicBoolean();

        NextThread(Runnable producer) {
            this.producer = producer;
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

package io.jetalyst.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs short tasks that never block, one after another on a single thread of a pool. */
final class SerialRunner implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(SerialRunner.class);

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** True from the call that asks for a thread until that thread has found no further task. */
    private final AtomicBoolean scheduled = new AtomicBoolean();

    SerialRunner(Executor threads) {
        this.threads = threads;
    }

    /** Runs the task soon, or on the calling thread if no thread is available. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                threads.execute(this::work);
            } catch (Throwable none) { // the pool has ended, or there is no memory for a thread
                LOG.debug("No thread is available", none);
                work();
            }
        }
    }

    private void work() {
        try {
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                run(task);
            }
        } finally {
            // Also without memory to write to the log: otherwise no connection would begin any more.
            scheduled.set(false);
            if (!tasks.isEmpty()) {
                schedule(); // the task came after the last poll
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("A task of the server threw", failure);
        }
    }
}

package io.jetalyst.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that may block, and are mostly short, on as few threads as keep all of them going: to begin one for each message of a
 * socket costs as much as the message. A thread takes one task after another; before it runs one while others wait, it has called a second
 * one, which takes them if the first is blocked, or has another core. So nothing waits for a task to end, as long as there are threads.
 */
final class Workers implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    /** After so many tasks a thread lets other work of its kind have a turn: a virtual one is never interrupted for that. */
    private static final int TURN = 64;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** Whether a thread was called that has not begun; it will take whatever was queued before it does. */
    private final AtomicBoolean called = new AtomicBoolean();

    /** @param threads begins a thread for each task, or lends one */
    Workers(Executor threads) {
        this.threads = threads;
    }

    /** Has the task run, by the caller if there are no threads any more. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (!isCalled()) {
            work();
        }
    }

    /** Whether another thread comes. */
    private boolean isCalled() {
        if (called.compareAndSet(false, true)) {
            try {
                threads.execute(this::work);
            } catch (RejectedExecutionException stops) {
                called.set(false);
                return false;
            } catch (Throwable none) { // there is no memory for a thread
                called.set(false);
                LOG.error("No thread can be had for the tasks of sockets; they run where they come up", none);
                return false;
            }
        }
        return true;
    }

    private void work() {
        called.set(false);
        int taken = 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            if (!tasks.isEmpty()) {
                isCalled(); // if nobody comes, what waits is left to this thread
            }
            run(task);
            if (++taken >= TURN && isCalled()) {
                return;
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) {
            LOG.error("A task of a socket threw", thrown);
        }
        Thread.interrupted(); // whoever was meant, it was not the next
    }
}

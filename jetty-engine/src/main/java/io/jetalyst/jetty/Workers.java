package io.jetalyst.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs tasks that may block, and are mostly short, on as few threads as keep all of them going: to begin one for each message of a
 * socket costs as much as the message. A thread takes one task after another; before it runs one while others wait, it has called a second
 * one, which takes them if the first is blocked, or has another core. So nothing waits for a task to end, as long as there are threads.
 */
final class Workers implements Executor {
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

    /** @throws RejectedExecutionException if there is no thread, and the task will not be run */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        try {
            call();
        } catch (RejectedExecutionException stopped) {
            if (tasks.remove(task)) {
                throw stopped;
            }
        }
    }

    private void call() {
        if (called.compareAndSet(false, true)) {
            try {
                threads.execute(this::work);
            } catch (RejectedExecutionException stopped) {
                called.set(false);
                throw stopped;
            }
        }
    }

    private void work() {
        called.set(false);
        int taken = 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            if (!tasks.isEmpty()) {
                isCalled();
            }
            task.run();
            Thread.interrupted(); // whoever was meant, it was not the next
            if (++taken >= TURN && isCalled()) {
                return;
            }
        }
    }

    /** Whether another thread comes. If there is none any more this one does what is left. */
    private boolean isCalled() {
        try {
            call();
            return true;
        } catch (RejectedExecutionException stopped) {
            return false;
        }
    }
}

package io.jetalyst.jetty;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that may block and are mostly short on as few threads as keep all of them running: starting a thread for each message of a
 * socket would cost as much as the message. A thread runs one task after another. While more tasks are queued, it starts a second thread
 * before it runs the next one, which continues if the first is blocked or another core is free. So no task waits for another one as long
 * as there are threads.
 */
final class TaskRunner implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    /** After so many tasks a thread yields to other work: the scheduler does not preempt virtual threads. */
    private static final int TURN = 64;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    /** True if a worker has been scheduled but has not started; it will run every task queued before it starts. */
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** @param threads starts a thread for each task, or uses one of a pool */
    TaskRunner(Executor threads) {
        this.threads = threads;
    }

    /** Runs the task soon, or on the calling thread if no thread is available. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (!scheduleWorker()) {
            work();
        }
    }

    /** Schedules a worker unless one is scheduled; {@code false} if no thread is available. */
    private boolean scheduleWorker() {
        if (scheduled.compareAndSet(false, true)) {
            try {
                threads.execute(this::work);
            } catch (RejectedExecutionException e) {
                scheduled.set(false);
                return false;
            } catch (Throwable e) { // no memory for a thread
                scheduled.set(false);
                LOG.error("Cannot start a worker thread; running socket tasks on the calling thread", e);
                return false;
            }
        }
        return true;
    }

    private void work() {
        scheduled.set(false);
        int done = 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            if (!tasks.isEmpty()) {
                scheduleWorker(); // if that fails, this thread runs the queued tasks
            }
            run(task);
            if (++done >= TURN && scheduleWorker()) {
                return;
            }
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("A task of a socket threw", e);
        }
        Thread.interrupted(); // the interrupt was for this task, not for the next one
    }
}

package io.jetalyst.jetty;

import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.VirtualThreads;

/**
 * Threads for tasks that may block: a virtual thread for each task where the JDK has them, a pool otherwise. The server itself never runs
 * on them, so tasks that block do not stop it.
 */
final class BlockingThreads implements Executor, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Executor threads;
    private final int maxTasks;
    private final Rejections rejections;
    private final AtomicInteger tasks = new AtomicInteger();
    private volatile boolean closed;

    private BlockingThreads(Executor threads, int maxTasks, Rejections rejections) {
        this.threads = threads;
        this.maxTasks = maxTasks;
        this.rejections = rejections;
    }

    /**
     * @param name the first part of the name of each thread
     * @param platformThreads the size of the pool, if there are no virtual threads
     * @param maxTasks the number of tasks that may run or wait at one time
     * @param rejections counts those that may not
     */
    static BlockingThreads named(String name, int platformThreads, int maxTasks, Rejections rejections) {
        return new BlockingThreads(
                VirtualThreads.areSupported()
                        ? VirtualThreads.getNamedVirtualThreadsExecutor(name)
                        : pool(name, platformThreads),
                maxTasks,
                rejections);
    }

    /** Starts a thread only if none is idle. A pool with as many core threads would start all of them, though each task is short. */
    private static ThreadPoolExecutor pool(String name, int size) {
        AtomicInteger number = new AtomicInteger();
        IdleFirst waiting = new IdleFirst();
        return new ThreadPoolExecutor(
                0,
                size,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                waiting,
                task -> {
                    Thread thread = new Thread(task, name + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                waiting);
    }

    /** The tasks that wait for a thread. The pool starts a thread when {@link #offer} fails, and calls the handler when it has all of them. */
    private static final class IdleFirst extends LinkedTransferQueue<Runnable> implements RejectedExecutionHandler {
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }

        @Override
        public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
            boolean queued = !pool.isShutdown();
            if (queued) {
                put(task);
            }
            if (!queued || pool.isShutdown() && remove(task)) {
                throw new RejectedExecutionException("the server has stopped");
            }
        }
    }

    /** @throws RejectedExecutionException if too many tasks run or wait, or the server has stopped */
    @Override
    public void execute(Runnable task) {
        admit();
        boolean accepted = false;
        try {
            threads.execute(() -> run(task));
            accepted = true;
        } finally {
            if (!accepted) {
                tasks.decrementAndGet();
            }
        }
    }

    /**
     * Runs the next step of work that was accepted before and has kept no thread meanwhile; the number of tasks does not matter.
     *
     * @throws RejectedExecutionException if the pool has ended with the server
     */
    void resume(Runnable task) {
        threads.execute(task);
    }

    /**
     * Runs a task on the calling thread, which may block, and counts it as one of ours.
     *
     * @throws RejectedExecutionException if too many tasks run or wait, or the server has stopped
     */
    void runHere(Runnable task) {
        admit();
        run(task);
    }

    private void admit() {
        if (closed) {
            throw new RejectedExecutionException("the server has stopped");
        }
        if (tasks.incrementAndGet() > maxTasks) {
            tasks.decrementAndGet();
            rejections.add(ServerLimit.TASKS);
            throw new RejectedExecutionException("more than " + maxTasks + " tasks");
        }
    }

    /** The number of tasks that run or wait. */
    int tasks() {
        return tasks.get();
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            tasks.decrementAndGet();
        }
    }

    /** Accepts no further tasks; those that were accepted still run. */
    @Override
    public void close() {
        closed = true;
        if (threads instanceof ThreadPoolExecutor pool) {
            pool.shutdown();
        }
    }
}

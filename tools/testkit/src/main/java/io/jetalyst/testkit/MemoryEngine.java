package io.jetalyst.testkit;

import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Exchange.UpgradeSupport;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.http.Request;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An engine without a network: a test opens a {@link MemoryCall}, sends the body in parts, and reads the response. It keeps the same contract
 * as a server, so code behind it cannot see a difference. It serves one handler at a time.
 *
 * <pre>{@code
 * MemoryEngine engine = new MemoryEngine();
 * RunningEngine running = engine.start(EngineOptions.of(Listener.http("localhost", 0)), exchange -> exchange.respond(Response.text("hello")));
 * MemoryCall call = engine.call(Request.builder("GET", "/").build(), 0);
 * assertEquals("hello", new String(call.await().body(), UTF_8));
 * }</pre>
 */
public final class MemoryEngine implements Engine {
    private volatile @Nullable Started started;

    /** An engine that does not run yet. */
    public MemoryEngine() {}

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public RunningEngine start(EngineOptions options, ExchangeHandler handler) {
        Started begun = new Started(options, handler);
        started = begun;
        return begun;
    }

    /**
     * Opens a request. The calling thread is the engine's thread: it calls the handler.
     *
     * @param length the announced length of the body; 0 if there is no body, −1 if the length is unknown
     * @throws IllegalStateException if the engine is not started, or has stopped
     */
    public MemoryCall call(Request request, long length) {
        return call(request, length, UpgradeSupport.UPGRADE_HEADER);
    }

    /** The same, for a request whose protocol supports upgrades in this way. */
    public MemoryCall call(Request request, long length, UpgradeSupport support) {
        Started begun = started;
        if (begun == null || begun.stopping) {
            throw new IllegalStateException("the engine does not run");
        }
        MemoryCall call = new MemoryCall(begun, request, length, support);
        begun.open.acquireUninterruptibly();
        call.begin();
        return call;
    }

    /** A handler with its limits and threads. */
    static final class Started implements RunningEngine {
        private static final int MAX_OPEN = 1_000;

        final EngineOptions options;
        final ExchangeHandler handler;
        private final Semaphore open = new Semaphore(MAX_OPEN);
        private final Semaphore tasks;
        private final ExecutorService threads = Executors.newCachedThreadPool(Started::daemon);
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Started::daemon);
        private final Set<MemorySocket> sockets = ConcurrentHashMap.newKeySet();
        private volatile boolean stopping;

        Started(EngineOptions options, ExchangeHandler handler) {
            this.options = options;
            this.handler = handler;
            this.tasks = new Semaphore(options.maxBlockingTasks());
        }

        private static Thread daemon(Runnable task) {
            Thread thread = new Thread(task, "memory-engine");
            thread.setDaemon(true);
            return thread;
        }

        void execute(Runnable task) {
            if (!tasks.tryAcquire()) {
                throw new RejectedExecutionException("more than " + options.maxBlockingTasks() + " tasks");
            }
            boolean accepted = false;
            try {
                threads.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        tasks.release();
                    }
                });
                accepted = true;
            } finally {
                if (!accepted) {
                    tasks.release();
                }
            }
        }

        Runnable schedule(Runnable task, long nanos) {
            var scheduled = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }

        void add(MemorySocket socket) {
            sockets.add(socket);
        }

        void remove(MemorySocket socket) {
            sockets.remove(socket);
        }

        void answered() {
            open.release();
        }

        @Override
        public List<Listener> listeners() {
            return options.listeners();
        }

        /** Has no ports and no connections. */
        @Override
        public void drain() {}

        /** Has no connections. */
        @Override
        public Duration idle() {
            return Duration.ZERO;
        }

        @Override
        public boolean drainIfIdle() {
            return false;
        }

        /** Has no connections. */
        @Override
        public int connections() {
            return 0;
        }

        @Override
        public int requests() {
            return MAX_OPEN - open.availablePermits();
        }

        @Override
        public int blockingTasks() {
            return options.maxBlockingTasks() - tasks.availablePermits();
        }

        /** Has no threads that could hang. */
        @Override
        public CompletionStage<Void> probe() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void stop(Duration within) {
            stopping = true;
            try {
                if (open.tryAcquire(MAX_OPEN, within.toNanos(), TimeUnit.NANOSECONDS)) {
                    open.release(MAX_OPEN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sockets.forEach(MemorySocket::close);
            threads.shutdown();
            timer.shutdownNow();
        }
    }
}

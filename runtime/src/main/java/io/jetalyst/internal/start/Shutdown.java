package io.jetalyst.internal.start;

import io.jetalyst.internal.systemd.Supervisor;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of an application, in steps: it reports that it is not ready, and serves as before for the drain delay. Then it closes the ports,
 * ends the responses without an end, closes the sockets in waves, lets the requests in flight end, and closes the bound instances. Safe for
 * all threads.
 */
public final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);
    /** The time that the end may take after the stop timeout, and a second for the JVM. */
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(3);

    private final Started app;
    private final Supervisor supervisor;
    private final AtomicReference<@Nullable Thread> stopper = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch hurried = new CountDownLatch(1);
    private volatile boolean ending;

    /** @param supervisor is notified when the end begins */
    public Shutdown(Started app, Supervisor supervisor) {
        this.app = app;
        this.supervisor = supervisor;
    }

    /**
     * Runs the hooks and stops the application. After the drain delay and the hooks, that takes the stop timeout at most, and two seconds
     * more: one for listeners that do not return, and one for requests that have come meanwhile. A second call only waits until the
     * application has stopped; inside a hook it returns at once.
     */
    public void run(Runnable hooks) {
        if (stopper.compareAndSet(null, Thread.currentThread())) {
            try {
                attempt(this::drain);
                attempt(hooks);
                stop();
            } finally {
                stopped.countDown();
            }
        } else if (stopper.get() != Thread.currentThread()) {
            await(stopped, Long.MAX_VALUE);
        }
    }

    /** Ends the wait for clients: closes all sockets now, and all connections after that. */
    public void hurry() {
        hurried.countDown();
        app.sockets().hurry();
        if (ending) {
            app.engine().stop(Duration.ZERO);
        }
    }

    /** Gives load balancers the time to ask once more, if they may send requests. */
    private void drain() {
        Duration longest =
                app.life().drainDelay().plus(app.server().stopTimeout()).plus(BEYOND_TIMEOUT);
        LOG.info(
                "Stopping, within {} s: {} requests in flight, {} connections, {} WebSockets{}",
                longest.toSeconds(),
                app.engine().requests(),
                app.engine().connections(),
                app.sockets().open(),
                app.life().drainDelay().isZero()
                        ? ""
                        : "; serves for another " + app.life().drainDelay().toSeconds() + " s");
        supervisor.stopping("Stopping, within " + longest.toSeconds() + " s", longest);
        if (app.health().stopping()) {
            await(hurried, app.life().drainDelay().toNanos());
        }
    }

    private void stop() {
        Duration timeout = app.server().stopTimeout();
        long begun = System.nanoTime();
        attempt(app.engine()::drain);
        attempt(app.endResponses());
        attempt(() -> app.sockets().close(timeout));
        Duration left = timeout.minusNanos(System.nanoTime() - begun);
        Duration least = timeout.compareTo(LAST_REQUESTS) < 0 ? timeout : LAST_REQUESTS;
        ending = true; // before hurried is read: hurry() does the two in the other order
        Duration ofEngine = hurried.getCount() == 0 ? Duration.ZERO : left.compareTo(least) < 0 ? least : left;
        attempt(() -> app.engine().stop(ofEngine));
        app.closeInstances().run();
    }

    /** Runs one step. If it fails, those that follow stop the application nevertheless. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("A step of the stop failed", failure);
        }
    }

    private static void await(CountDownLatch latch, long nanos) {
        try {
            latch.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

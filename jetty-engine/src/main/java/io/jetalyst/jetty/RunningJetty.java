package io.jetalyst.jetty;

import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.engine.Tls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. It stops gracefully: requests in flight end first. */
final class RunningJetty implements RunningEngine {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJetty.class);
    /** The idle timeout of connections once the server stops. */
    private static final long QUIET_MILLIS = 250;

    private final Server server;
    private final List<HttpConnector> connectors;
    private final OpenConnections open;
    private final GoAway goAway;
    private final @Nullable TlsContext tls;
    private final RootHandler root;
    private final BlockingThreads[] threads;
    private final AtomicReference<@Nullable Thread> stopper = new AtomicReference<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean draining = new AtomicBoolean();
    /** The end of the wait for requests, of {@link System#nanoTime}. */
    private volatile long deadline;

    private boolean hasDeadline;

    RunningJetty(
            Server server,
            List<HttpConnector> connectors,
            OpenConnections open,
            @Nullable TlsContext tls,
            RootHandler root,
            BlockingThreads... threads) {
        this.open = open;
        this.server = server;
        this.connectors = connectors;
        this.tls = tls;
        this.goAway = new GoAway(connectors);
        this.root = root;
        this.threads = threads;
    }

    @Override
    public List<Listener> listeners() {
        return connectors.stream()
                .map(connector -> connector.listening().listener())
                .toList();
    }

    @Override
    public void renew(Tls renewed) {
        TlsContext context = tls;
        if (context == null) {
            throw new IllegalStateException("no listener is for HTTPS");
        }
        try {
            context.renew(renewed);
        } catch (Exception e) {
            throw new IllegalArgumentException("The certificates cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void drain() {
        if (draining.compareAndSet(false, true)) {
            // Before the port is closed: a client that finds it closed may rely on the end of the open connections.
            root.endConnections();
            // Jetty would time out connections whose request is still being answered, so at first only accepting ends.
            for (HttpConnector connector : connectors) {
                connector.setShutdownIdleTimeout(-1);
                connector.shutdown();
            }
            goAway.send();
        }
    }

    @Override
    public Duration idle() {
        return open.idle();
    }

    @Override
    public boolean drainIfIdle() {
        synchronized (connectors.get(0).acceptLock()) { // of all connectors, so nothing is accepted in between
            if (open.size() == 0) {
                drain();
            }
            return draining.get();
        }
    }

    @Override
    public void stop(Duration within) {
        shorten(System.nanoTime() + within.toNanos());
        if (stopper.compareAndSet(null, Thread.currentThread())) {
            try {
                stopNow(within);
            } finally {
                stopped.countDown();
            }
        }
        if (stopper.get() == Thread.currentThread()) {
            return; // a task that the stop waits for has called stop again
        }
        try {
            stopped.await(); // the caller may end the process next
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int connections() {
        return open.size();
    }

    @Override
    public int requests() {
        return (int) root.inFlight().count();
    }

    @Override
    public int blockingTasks() {
        return root.threads().tasks();
    }

    @Override
    public CompletionStage<Void> probe() {
        return Probe.of(connectors);
    }

    private synchronized void shorten(long end) {
        if (!hasDeadline || deadline - end > 0) {
            deadline = end;
            hasDeadline = true;
        }
    }

    private void stopNow(Duration within) {
        drain();
        long silence = Math.min(within.toNanos(), TimeUnit.MILLISECONDS.toNanos(4 * QUIET_MILLIS));
        long silentUntil = System.nanoTime() + silence;
        connectors.forEach(connector -> connector.awaitLastRequests(silentUntil - System.nanoTime()));
        goAway.awaitRoundTrip(() -> deadline);
        root.awaitAnswers(() -> deadline, connectors);
        for (HttpConnector connector : connectors) {
            connector.endAnswering();
            connector.setShutdownIdleTimeout(QUIET_MILLIS);
        }
        server.setStopTimeout(Math.max(1, Math.min(4 * QUIET_MILLIS, within.toMillis())));
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("Some connections did not end in time", e);
        }
        for (BlockingThreads each : threads) {
            each.close();
        }
    }
}

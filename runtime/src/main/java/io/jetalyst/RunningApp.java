package io.jetalyst;

import io.jetalyst.codec.Codecs;
import io.jetalyst.config.Settings;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.Rejections;
import io.jetalyst.internal.start.Addresses;
import io.jetalyst.internal.start.Shutdown;
import io.jetalyst.internal.start.Started;
import io.jetalyst.internal.systemd.Supervisor;
import io.jetalyst.socket.Topics;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application that listens. Safe for all threads. */
public final class RunningApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.start");

    private final Started started;
    private final List<Consumer<RunningApp>> onStop;
    private final Shutdown shutdown;

    RunningApp(Started started, List<Consumer<RunningApp>> onStop, Supervisor supervisor) {
        this.started = started;
        this.onStop = onStop;
        this.shutdown = new Shutdown(started, supervisor);
    }

    /**
     * The first port of TCP it listens on; the one that was free if the settings name port 0.
     *
     * @throws IllegalStateException if it listens on UNIX sockets only
     */
    public int port() {
        return started.engine().port();
    }

    /**
     * The address for a browser on this machine, such as {@code http://localhost:8080}: that of the first listener on TCP, with the base path of the
     * application.
     *
     * @throws IllegalStateException if it listens on UNIX sockets only
     */
    public URI uri() {
        int port = port();
        return listeners().stream()
                .filter(listener -> listener.address() instanceof Listener.Tcp tcp && tcp.port() == port)
                .map(listener -> Addresses.forBrowser(listener, started.server().basePath()))
                .map(URI::create)
                .findFirst()
                .orElseThrow();
    }

    /** All addresses it listens on, in the order of the settings, with the ports that were free where the settings name port 0. */
    public List<Listener> listeners() {
        return started.engine().listeners();
    }

    /** The address that serves the metrics; empty unless the setting {@code server.metrics} names one. */
    public Optional<Listener> metricsListener() {
        return started.metricsListener();
    }

    /** The topics of the application, for services that are no controllers. */
    public Topics topics() {
        return started.sockets().topics();
    }

    /** The settings it was started with. */
    public Settings settings() {
        return started.settings();
    }

    /** Counts what the application has rejected because of the limits of the server. */
    public Rejections rejections() {
        return started.rejections();
    }

    /** The codecs of the application, for a client in the same process. */
    public Codecs codecs() {
        return started.codecs();
    }

    /**
     * Stops the application, in this order. It reports that it is not ready, and serves as before for {@code server.drain-delay}. It runs
     * the hooks of {@link App.Builder#onStop}, closes its ports, closes every WebSocket with 1012, many of them in waves, and lets the
     * requests in flight end within {@code server.stop-timeout}. Last it closes the bound instances and then the hub. Returns when that is
     * done. A second call only waits until it is done; a call in a hook returns at once.
     */
    @Override
    public void close() {
        shutdown.run(this::runHooks);
    }

    /** Shortens the wait of {@link #close}, which another thread has called: all sockets are closed at once. */
    void hurry() {
        shutdown.hurry();
    }

    private void runHooks() {
        for (int i = onStop.size() - 1; i >= 0; i--) {
            runHook(onStop.get(i));
        }
    }

    private void runHook(Consumer<RunningApp> hook) {
        try {
            hook.accept(this);
        } catch (RuntimeException | Error e) {
            LOG.error("A hook of onStop failed", e);
        }
    }

    Started started() {
        return started;
    }
}

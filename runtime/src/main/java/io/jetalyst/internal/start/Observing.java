package io.jetalyst.internal.start;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.engine.Engine;
import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Listener;
import io.jetalyst.engine.RunningEngine;
import io.jetalyst.internal.access.AccessLog;
import io.jetalyst.internal.config.ObserveSettings;
import io.jetalyst.internal.observe.MetricsHandler;
import io.jetalyst.internal.observe.Observers;
import io.jetalyst.internal.proxy.HostRule;
import io.jetalyst.observe.MetricsPage;
import io.jetalyst.observe.Observer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that observes an application: the access log, the extensions, and the listener of the metrics. That listener has an engine of its
 * own: its connections and threads are others than those of clients, so metrics can be read while the application refuses its clients.
 */
final class Observing implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 64;
    private static final int THREADS = 4;

    private final ObserveSettings settings;
    private final Observers observers;
    private @Nullable RunningEngine metrics;

    private Observing(ObserveSettings settings, Observers observers) {
        this.settings = settings;
        this.observers = observers;
    }

    /**
     * Finds the observers.
     *
     * @param checks the paths of the health checks
     * @throws StartupException if the access log cannot be opened
     */
    static Observing discover(ObserveSettings settings, Set<String> checks) {
        List<Observer> extensions = ServiceLoader.load(Observer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Observing(
                settings,
                new Observers(Stream.concat(extensions.stream(), AccessLog.of(settings, checks).stream())
                        .toList()));
    }

    Observers observers() {
        return observers;
    }

    /**
     * Begins, and serves the metrics if a setting names an address for them.
     *
     * @param hosts the host names that the application answers for
     * @return the instances that controllers can ask for
     * @throws StartupException if it cannot listen, or no extension has metrics
     */
    Map<Class<?>, Object> begin(Engine engine, Settings all, Map<Class<?>, Object> bound, HostRule hosts) {
        Map<Class<?>, Object> instances = observers.begin(all, bound);
        settings.metrics().ifPresent(listener -> {
            MetricsPage page = observers
                    .metricsPage()
                    .orElseThrow(() -> new StartupException(ObserveSettings.METRICS + " is " + listener
                            + ", and there are no metrics. Add the dependency io.jetalyst:jetalyst-metrics-micrometer,"
                            + " or remove the setting."));
            EngineOptions options = EngineOptions.of(listener)
                    .maxConnections(MAX_CONNECTIONS)
                    .blockingThreads(THREADS)
                    .maxBlockingTasks(MAX_CONNECTIONS);
            metrics =
                    Engines.start(engine, options, new MetricsHandler(page, hosts), ObserveSettings.METRICS, List.of());
        });
        return instances;
    }

    /** The address that serves the metrics. */
    Optional<Listener> metricsListener() {
        return Optional.ofNullable(metrics).map(running -> running.listeners().get(0));
    }

    /** Stops to serve metrics, and then closes the observers. */
    @Override
    public void close() {
        RunningEngine running = metrics;
        if (running != null) {
            running.stop(Duration.ZERO);
        }
        observers.close();
    }
}

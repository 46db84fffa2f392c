package io.jetalyst.metrics.micrometer;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.http.Response;
import io.jetalyst.observe.ClosedSocket;
import io.jetalyst.observe.CompletedRequest;
import io.jetalyst.observe.MetricsPage;
import io.jetalyst.observe.Observer;
import io.jetalyst.observe.Statistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests and sockets of an application, and the state of its process, in a {@link MeterRegistry}. That is the registry that is
 * bound to the application, or else one for Prometheus. Constructors of controllers can take it for meters of the application:
 *
 * <pre>{@code
 * OrderController(MeterRegistry meters) {
 *     this.orders = meters.counter("shop.orders");
 * }
 * }</pre>
 *
 * <p>The setting {@code server.metrics} names the address that serves the registry as text for Prometheus, at {@code /metrics}.
 */
public final class MicrometerObserver implements Observer {
    private static final String SETTING = "server.metrics";
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private @Nullable Meters meters;
    private @Nullable MeterRegistry owned;
    private @Nullable PrometheusMeterRegistry prometheus;

    /** Observes nothing before {@link #begin}. */
    public MicrometerObserver() {}

    @Override
    public Map<Class<?>, Object> begin(Settings settings, Map<Class<?>, Object> bound) {
        MeterRegistry registry;
        if (bound.get(MeterRegistry.class) instanceof MeterRegistry own) {
            registry = own;
        } else if (bound.get(PrometheusMeterRegistry.class) instanceof PrometheusMeterRegistry own) {
            registry = own;
        } else {
            registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            owned = registry;
        }
        Map<Class<?>, Object> instances = new HashMap<>();
        instances.put(MeterRegistry.class, registry);
        if (registry instanceof PrometheusMeterRegistry text) {
            prometheus = text;
            instances.put(PrometheusMeterRegistry.class, text);
        } else {
            settings.find(SETTING).ifPresent(set -> {
                throw new StartupException(SETTING + " (" + set.source() + ") serves the metrics as text for"
                        + " Prometheus, and the MeterRegistry that is bound, "
                        + registry.getClass().getName()
                        + ", has none. Bind a PrometheusMeterRegistry, or remove the setting.");
            });
        }
        meters = new Meters(registry);
        return instances;
    }

    @Override
    public Optional<MetricsPage> metricsPage() {
        return Optional.ofNullable(prometheus)
                .map(registry ->
                        request -> Response.bytes(TEXT, registry.scrape().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void started(Statistics statistics) {
        meters().observe(statistics);
    }

    @Override
    public void completed(CompletedRequest request) {
        meters().count(request);
    }

    @Override
    public void closed(ClosedSocket socket) {
        meters().count(socket);
    }

    /** Closes the registry, unless the application has bound it. */
    @Override
    public void close() {
        if (meters != null) {
            meters.close();
        }
        if (owned != null) {
            owned.close();
        }
    }

    private Meters meters() {
        Meters begun = meters;
        if (begun == null) {
            throw new IllegalStateException("the observer has not begun");
        }
        return begun;
    }
}

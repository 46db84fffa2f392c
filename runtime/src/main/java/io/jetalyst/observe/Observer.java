package io.jetalyst.observe;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import java.util.Map;
import java.util.Optional;

/**
 * Observes an application: its requests and sockets when they have ended, and its statistics whenever it wants. An extension for metrics or logs
 * implements it. {@link java.util.ServiceLoader} finds all implementations, and each application that starts gets new instances.
 *
 * <pre>{@code
 * public final class SlowRequests implements Observer {
 *     @Override
 *     public void completed(CompletedRequest request) {
 *         if (request.duration().toSeconds() > 0) {
 *             LOG.warn("{} took {}", request.route().orElse("a request without a route"), request.duration());
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>An application without observers, and without an access log, reads no clock and creates no object for them.
 */
public interface Observer extends AutoCloseable {
    /**
     * The application is about to start. Called first, and once.
     *
     * @param bound the instances that are bound to the application, by type
     * @return the instances that constructors of controllers can ask for, by type; those that are bound take precedence
     * @throws StartupException if the observer cannot work with these settings; the application does not start
     */
    default Map<Class<?>, Object> begin(Settings settings, Map<Class<?>, Object> bound) {
        return Map.of();
    }

    /**
     * The page that the listener of the setting {@code server.metrics} serves at {@code /metrics}; empty if the observer has none. Called
     * after {@link #begin}.
     */
    default Optional<MetricsPage> metricsPage() {
        return Optional.empty();
    }

    /** The application listens. */
    default void started(Statistics statistics) {}

    /**
     * A request has ended: its response was sent, or never will be. Also called for requests that the server refuses itself, and for handshakes.
     * Many threads call it at once, among them those that read from connections, so it must not block. It must not keep the headers of the
     * request, which are valid until it returns.
     */
    default void completed(CompletedRequest request) {}

    /** A WebSocket has ended, and its {@code onClose} has returned. Called once for each accepted handshake, by many threads; it must not block. */
    default void closed(ClosedSocket socket) {}

    /** The application has stopped, or could not start. Called last. */
    @Override
    default void close() {}
}

package io.jetalyst.jetty;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Container;

/**
 * Announces the end of the open HTTP/2 connections (RFC 9113 §6.8): the first GOAWAY excludes no stream, so the requests that cross it are
 * answered. When the server stops, Jetty sends the second one, which names the last stream.
 */
final class GoAway {
    /** A client has this time to receive the first GOAWAY. Its requests of that time are answered. */
    private static final long ROUND_TRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long POLL_MILLIS = 5;

    private final List<HttpConnector> connectors;
    private volatile long sentNanos;

    GoAway(List<HttpConnector> connectors) {
        this.connectors = connectors;
    }

    void send() {
        sentNanos = System.nanoTime();
        sessions().forEach(session -> session.frames(null, List.of(GoAwayFrame.GRACEFUL), Callback.NOOP));
    }

    /** Waits until the clients have closed these connections, or a round trip or the time until the deadline is over; after {@link #send}. */
    void awaitRoundTrip(LongSupplier deadline) {
        try {
            for (long now = System.nanoTime();
                    now - sentNanos < ROUND_TRIP_NANOS
                            && now - deadline.getAsLong() < 0
                            && sessions().findAny().isPresent();
                    now = System.nanoTime()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<HTTP2Session> sessions() {
        return connectors.stream()
                .flatMap(connector -> connector.getConnectionFactories().stream())
                .filter(Container.class::isInstance)
                .flatMap(factory -> ((Container) factory).getBeans(SessionContainer.class).stream())
                .flatMap(container -> container.getSessions().stream())
                .filter(HTTP2Session.class::isInstance)
                .map(HTTP2Session.class::cast);
    }
}

package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds clients that read their responses more slowly than {@link EngineOptions#minDataRate} allows, of those connections that have bytes
 * to send at each look. Sockets are left out: their sessions have limits of their own. Used by one thread.
 */
final class SlowReaders {
    /** A constant, so that the class is loaded at the start: when memory is exhausted, it may fail to load, and then never loads again. */
    private static final Class<?> SOCKET = JettySocket.class;

    private final long patienceNanos;
    private final int bytesPerSecond;
    private Map<HttpEndPoint, Wait> waiting = new HashMap<>();
    private Map<HttpEndPoint, Wait> next = new HashMap<>();

    /** @param sent the bytes that the connection had sent at the first look */
    private record Wait(long sinceNanos, long sent) {}

    SlowReaders(EngineOptions options) {
        this.patienceNanos = options.bodyTimeout().toNanos();
        this.bytesPerSecond = options.minDataRate();
    }

    /** Begins to look at all connections. */
    void begin() {
        waiting = next;
        next = new HashMap<>();
    }

    /** Looks at a connection, and returns whether its client is too slow. */
    boolean isTooSlow(HttpEndPoint endPoint) {
        if (!isWaiting(endPoint)) {
            return false;
        }
        long now = System.nanoTime();
        Wait before = waiting.get(endPoint);
        Wait wait = before == null ? new Wait(now, endPoint.sent()) : before;
        next.put(endPoint, wait);
        long read = endPoint.sent() - wait.sent();
        return now - wait.sinceNanos() > patienceNanos + TimeUnit.SECONDS.toNanos(read) / bytesPerSecond;
    }

    /** Whether the connection has bytes that only the client keeps it from sending. */
    private static boolean isWaiting(HttpEndPoint endPoint) {
        return !SOCKET.isInstance(endPoint.http1().connection()) && endPoint.hasUnsentBytes();
    }
}

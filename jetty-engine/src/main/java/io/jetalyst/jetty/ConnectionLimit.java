package io.jetalyst.jetty;

import io.jetalyst.engine.EngineOptions;
import io.jetalyst.engine.Rejections;
import io.jetalyst.engine.ServerLimit;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the open connections of all listeners, in all and for each client address; a client of a UNIX socket has none. A few connections
 * beyond the limits stay open until their first request is answered with 503. Beyond these, the connections of an address are closed, and
 * others are accepted later. Safe for all threads.
 */
final class ConnectionLimit {
    private static final int MAX_SURPLUS = 64;

    private final int maxPerAddress;
    private final int maxSurplus;
    private final Rejections rejections;
    private final Map<InetAddress, Integer> addresses = new HashMap<>();
    private int max;
    private int admitted;
    private volatile int surplus;

    ConnectionLimit(EngineOptions options) {
        this.max = options.maxConnections();
        this.maxPerAddress = options.maxConnectionsPerAddress();
        this.maxSurplus = Math.min(MAX_SURPLUS, max / 10);
        this.rejections = options.rejections();
    }

    /** The state of a connection, which the limit guards. */
    static final class Place {
        private boolean admitted;
        private boolean closed;
        private @Nullable InetAddress address;
        private volatile @Nullable ServerLimit beyond;

        /** The limit that the connection is beyond, so that its first request is rejected; {@code null} for none. */
        @Nullable
        ServerLimit beyond() {
            return beyond;
        }
    }

    /** The number of connections that may be accepted. */
    int maxAccepted() {
        return max + maxSurplus;
    }

    /** Whether any connection is beyond a limit. */
    boolean hasSurplus() {
        return surplus > 0;
    }

    /** From now on each connection is admitted. */
    synchronized void lift() {
        max = Integer.MAX_VALUE;
    }

    /**
     * Counts a connection that was accepted.
     *
     * @return whether it stays open
     */
    synchronized boolean open(Place place) {
        if (admitted >= max) {
            return reject(place, ServerLimit.CONNECTIONS);
        }
        place.admitted = true;
        admitted++;
        return true;
    }

    /**
     * Counts a connection for the address of its client, which is known from now on.
     *
     * @return whether it stays open
     */
    synchronized boolean identify(HttpEndPoint endPoint) {
        Place place = endPoint.place();
        if (maxPerAddress == 0
                || place.closed
                || !(endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
            return true;
        }
        InetAddress address = remote.getAddress();
        place.address = address;
        boolean fits = addresses.merge(address, 1, Integer::sum) <= maxPerAddress;
        return fits || place.beyond != null || reject(place, ServerLimit.CONNECTIONS_PER_ADDRESS);
    }

    private boolean reject(Place place, ServerLimit limit) {
        rejections.add(limit);
        if (surplus >= maxSurplus) {
            return false;
        }
        if (place.admitted) {
            place.admitted = false;
            admitted--;
        }
        surplus++; // only under the lock
        place.beyond = limit;
        return true;
    }

    /** The connection is closed, counted or not. */
    synchronized void close(Place place) {
        if (place.closed) {
            return;
        }
        place.closed = true;
        if (place.admitted) {
            admitted--;
        } else if (place.beyond != null) {
            surplus--;
        }
        if (place.address != null) {
            addresses.computeIfPresent(place.address, (any, count) -> count == 1 ? null : count - 1);
        }
    }
}

package io.jetalyst.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the connections of each client address, on all listeners together. A client of a UNIX socket has no address. */
final class AddressLimit {
    private final int max;
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();

    /** @param max 0 for no limit */
    AddressLimit(int max) {
        this.max = max;
    }

    /** Counts a connection, and returns whether its address may have it. */
    boolean admits(HttpEndPoint endPoint) {
        if (max > 0 && endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            InetAddress address = remote.getAddress();
            endPoint.countFor(address);
            return connections.merge(address, 1, Integer::sum) <= max;
        }
        return true;
    }

    void closed(HttpEndPoint endPoint) {
        InetAddress address = endPoint.counted();
        if (address != null) {
            connections.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }
}

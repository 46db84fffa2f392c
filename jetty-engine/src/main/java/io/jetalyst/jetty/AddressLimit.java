package io.jetalyst.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the connections of each client address, on all listeners together. A client of a UNIX socket has no address. */
final class AddressLimit {
    private final int max;
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();
    /** The address that each connection is counted for. */
    private final Map<HttpEndPoint, InetAddress> counted = new ConcurrentHashMap<>();

    /** @param max 0 for no limit */
    AddressLimit(int max) {
        this.max = max;
    }

    /** Counts a connection, and returns whether its address may have it. */
    boolean admits(HttpEndPoint endPoint) {
        if (max == 0 || !(endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote)) {
            return true;
        }
        InetAddress address = remote.getAddress();
        boolean admitted = connections.merge(address, 1, Integer::sum) <= max;
        counted.put(endPoint, address);
        if (!endPoint.isOpen()) { // it may have been closed before it was counted
            closed(endPoint);
        }
        return admitted;
    }

    /** Called when a connection is closed, counted or not. */
    void closed(HttpEndPoint endPoint) {
        InetAddress address = max == 0 ? null : counted.remove(endPoint);
        if (address != null) {
            connections.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }
}

package io.jetalyst.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** Counts the connections of each client address, on all listeners together. A client of a UNIX socket has no address. */
final class AddressLimit {
    private final int max;
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();

    /** @param max 0 for no limit */
    AddressLimit(int max) {
        this.max = max;
    }

    /** @return whether the address has more connections than it may have */
    boolean opened(EndPoint endPoint) {
        InetAddress address = address(endPoint);
        return address != null && connections.merge(address, 1, Integer::sum) > max;
    }

    void closed(EndPoint endPoint) {
        InetAddress address = address(endPoint);
        if (address != null) {
            connections.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    private @Nullable InetAddress address(EndPoint endPoint) {
        return max > 0 && endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }
}

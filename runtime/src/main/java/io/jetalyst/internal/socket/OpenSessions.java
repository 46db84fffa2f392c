package io.jetalyst.internal.socket;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.observe.ClosedSocket.Traffic;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The sessions that are open, or wait for their {@code onClose}. Safe for all threads. */
public final class OpenSessions {
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    /** The traffic of the sessions that have ended; guarded by this, so that no sum decreases. */
    private Traffic ended = Traffic.NONE;

    OpenSessions() {}

    void add(Connection connection) {
        connections.add(connection);
    }

    void remove(Connection connection) {
        synchronized (this) {
            if (connections.remove(connection)) {
                ended = ended.plus(
                        connection.traffic()); // not before the lock: traffic() may have read a larger number
            }
        }
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    int size() {
        return connections.size();
    }

    List<Connection> all() {
        return List.copyOf(connections);
    }

    void forEach(Consumer<Connection> task) {
        connections.forEach(task);
    }

    /** The bytes that wait in all send queues. */
    public long queuedBytes() {
        return connections.stream()
                .mapToLong(connection -> connection.outbox().queuedBytes())
                .sum();
    }

    /** The messages and bytes of all sessions that there were. */
    public synchronized Traffic traffic() {
        return connections.stream().map(Connection::traffic).reduce(ended, Traffic::plus);
    }
}

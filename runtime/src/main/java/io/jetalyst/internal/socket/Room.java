package io.jetalyst.internal.socket;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sessions subscribed to a topic, while there are any. */
final class Room {
    private final Class<?> type;
    private final Set<Session> sessions = new LinkedHashSet<>();

    Room(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    synchronized void add(Session session) {
        sessions.add(session);
    }

    /** Whether nobody is left. */
    synchronized boolean remove(Session session) {
        sessions.remove(session);
        return sessions.isEmpty();
    }

    synchronized int size() {
        return sessions.size();
    }

    /**
     * Sends a text message to all, as one frame over one buffer. The order of messages is fixed under the lock, by queueing; what
     * touches the network, and with it any code of the application, runs after it.
     */
    void send(byte[] text) {
        Outgoing.Frame frame = new Outgoing.Frame(Opcode.TEXT, ByteBuffer.wrap(text), null);
        List<Session> hearers;
        synchronized (this) {
            hearers = List.copyOf(sessions);
            for (Session session : hearers) {
                session.connection().offer(frame);
            }
        }
        for (Session session : hearers) {
            session.connection().flush();
        }
    }
}

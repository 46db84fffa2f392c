package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.session.Connection;
import io.jetalyst.session.SessionStore;
import io.jetalyst.socket.CloseStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open sockets and the endless responses of each session that has any. Closes them when their session ends, and once a minute counts the
 * sessions of those sockets whose clients have sent messages as used. Safe for all threads; no method but {@link #check} blocks.
 */
final class SessionSockets {
    private static final CloseStatus ENDED =
            new CloseStatus(CloseStatus.POLICY_VIOLATION, "The session has ended.", CloseStatus.Cause.SESSION_END);
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    private final Map<String, Group> groups = new HashMap<>();
    private @Nullable Runnable startChecks;

    /** The sockets and the endless responses of one session, guarded by the lock of all groups. */
    final class Group {
        private String id;
        /** The handshakes that are about to open a socket. */
        private int pending;

        private boolean hasEnded;
        private final Set<Connection> sockets = new HashSet<>();
        /** Each task ends one response. */
        private final Set<Runnable> responses = new HashSet<>();
        /** The messages of the clients at the last check. */
        private long messages;

        private Group(String id) {
            this.id = id;
        }

        /** The id of the session now. */
        String id() {
            synchronized (SessionSockets.this) {
                return id;
            }
        }
    }

    /** Checks the sessions of all sockets and responses periodically, from the first one on. */
    void watch(SessionStore store, SessionWork work, Duration timeout) {
        Duration quarter = timeout.dividedBy(4);
        Duration interval = quarter.compareTo(LONGEST_INTERVAL) < 0 ? quarter : LONGEST_INTERVAL;
        synchronized (this) {
            startChecks = () -> work.repeat(interval.plusMillis(1), () -> check(store));
        }
    }

    /** A socket of this session is about to open; {@link #opened} or {@link #failed} follows. */
    synchronized Group join(String id) {
        Group group = group(id);
        group.pending++;
        return group;
    }

    /** An endless response of this session begins, and {@code end} ends it; {@link #completed} follows. */
    synchronized Group join(String id, Runnable end) {
        Group group = group(id);
        group.responses.add(end);
        return group;
    }

    private Group group(String id) {
        Runnable start = startChecks;
        if (start != null) {
            startChecks = null;
            start.run();
        }
        return groups.computeIfAbsent(id, Group::new);
    }

    /** The session of a handshake has ended before its socket opens: the socket closes at once. {@link #opened} or {@link #failed} follows. */
    Group joinEnded(String id) {
        Group group = new Group(id);
        group.pending = 1;
        group.hasEnded = true;
        return group;
    }

    /** A socket is open. */
    void opened(Group group, Connection socket) {
        boolean closes;
        synchronized (this) {
            group.pending--;
            group.sockets.add(socket);
            closes = group.hasEnded;
        }
        if (closes) {
            socket.close(ENDED, null);
        }
    }

    /** The socket of a handshake did not open. */
    synchronized void failed(Group group) {
        group.pending--;
        removeIfEmpty(group);
    }

    synchronized void closed(Group group, Connection socket) {
        group.sockets.remove(socket);
        group.messages -= socket.traffic().receivedMessages();
        removeIfEmpty(group);
    }

    /** An endless response is complete, or its client is gone. */
    synchronized void completed(Group group, Runnable end) {
        group.responses.remove(end);
        removeIfEmpty(group);
    }

    private void removeIfEmpty(Group group) {
        if (group.pending == 0 && group.sockets.isEmpty() && group.responses.isEmpty()) {
            groups.remove(group.id, group);
        }
    }

    synchronized void renewed(String oldId, String newId) {
        Group group = groups.remove(oldId);
        if (group != null) {
            group.id = newId;
            groups.put(newId, group);
        }
    }

    /** Closes the sockets, and ends the responses, of a session that has ended. */
    void ended(String id) {
        List<Connection> closing;
        List<Runnable> ending;
        synchronized (this) {
            Group group = groups.get(id);
            if (group == null) {
                return;
            }
            group.hasEnded = true;
            closing = List.copyOf(group.sockets);
            ending = List.copyOf(group.responses);
        }
        closing.forEach(socket -> socket.close(ENDED, null));
        ending.forEach(Runnable::run);
    }

    /** Counts the sessions of active clients as used, and finds those that have ended in another process. */
    private void check(SessionStore store) {
        Map<String, Boolean> isActive = new HashMap<>();
        synchronized (this) {
            groups.values().forEach(group -> isActive.put(group.id, isActive(group)));
        }
        for (Map.Entry<String, Boolean> each : new ArrayList<>(isActive.entrySet())) {
            String id = each.getKey();
            boolean exists = each.getValue()
                    ? store.enter(id)
                            .map(session -> {
                                session.leave();
                                return true;
                            })
                            .orElse(false)
                    : store.contains(id);
            if (!exists) {
                ended(id);
            }
        }
    }

    private static boolean isActive(Group group) {
        long sum = group.sockets.stream()
                .mapToLong(socket -> socket.traffic().receivedMessages())
                .sum();
        boolean isActive = sum > group.messages;
        group.messages = sum;
        return isActive;
    }
}

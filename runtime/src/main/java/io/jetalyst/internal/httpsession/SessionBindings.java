package io.jetalyst.internal.httpsession;

import io.jetalyst.session.SessionStore;
import io.jetalyst.session.StoredSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets and the endless responses of each session that has any. Ends them when their session ends, and once a minute counts the sessions of
 * those sockets whose clients have sent messages as used. Safe for all threads; no method but {@link #check} blocks.
 */
final class SessionBindings {
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    /** By the id of the session. A renewed id moves them. */
    private final Map<String, Set<SessionBinding>> bindings = new HashMap<>();

    private @Nullable Runnable startChecks;

    /** Checks the sessions of all bindings periodically, from the first one on. */
    void watch(SessionStore store, SessionWork work, Duration timeout) {
        Duration quarter = timeout.dividedBy(4);
        Duration interval = quarter.compareTo(LONGEST_INTERVAL) < 0 ? quarter : LONGEST_INTERVAL;
        synchronized (this) {
            startChecks = () -> work.repeat(interval.plusMillis(1), () -> check(store));
        }
    }

    /**
     * Binds something to a session; ends it if the session has ended. Meanwhile, other threads may renew the id or end the session: the store does
     * that first, and notifies this object afterwards. So either the store notifies it after {@link #add}, or the second look at the session shows it.
     */
    void bind(SessionBinding binding, StoredSession session) {
        add(binding, session.id());
        move(binding, session.id());
        if (!session.isValid()) {
            remove(binding);
            binding.end();
        }
    }

    private synchronized void add(SessionBinding binding, String id) {
        Runnable start = startChecks;
        if (start != null) {
            startChecks = null;
            start.run();
        }
        binding.id = id;
        bindings.computeIfAbsent(id, any -> new HashSet<>()).add(binding);
    }

    private synchronized void move(SessionBinding binding, String id) {
        if (!binding.id.equals(id) && remove(binding)) {
            add(binding, id);
        }
    }

    /** The id of the session now. */
    synchronized String id(SessionBinding binding) {
        return binding.id;
    }

    /** A socket is closed, or a response complete. Returns whether it was bound. */
    synchronized boolean remove(SessionBinding binding) {
        Set<SessionBinding> ofSession = bindings.get(binding.id);
        boolean wasBound = ofSession != null && ofSession.remove(binding);
        if (wasBound && ofSession.isEmpty()) {
            bindings.remove(binding.id);
        }
        return wasBound;
    }

    /** The id of a session has changed. */
    synchronized void renewed(String oldId, String newId) {
        Set<SessionBinding> moved = bindings.remove(oldId);
        if (moved != null) {
            moved.forEach(binding -> add(binding, newId));
        }
    }

    /** Ends all that is bound to a session, which has ended. */
    void ended(String id) {
        Set<SessionBinding> ending;
        synchronized (this) {
            ending = bindings.remove(id);
        }
        if (ending != null) {
            ending.forEach(SessionBinding::end);
        }
    }

    /** Counts the sessions of active clients as used, and finds those that have ended in another process. */
    private void check(SessionStore store) {
        Map<String, List<SessionBinding>> checked = new HashMap<>();
        synchronized (this) {
            bindings.forEach((id, ofSession) -> checked.put(id, List.copyOf(ofSession)));
        }
        checked.forEach((id, ofSession) -> {
            long active = ofSession.stream().filter(SessionBinding::isActive).count();
            // A store notifies this object of a new id before it removes the old one, so an id that is absent and still
            // has bindings was not renewed.
            if (active > 0 ? !use(store, id) : !store.contains(id)) {
                ended(id);
            }
        });
    }

    /** Counts a session as used. Returns whether there is one. */
    private static boolean use(SessionStore store, String id) {
        return store.enter(id)
                .map(session -> {
                    session.leave();
                    return true;
                })
                .orElse(false);
    }
}

package io.jetalyst.internal.httpsession;

import io.jetalyst.internal.log.RepeatedLine;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.StoredSession;
import io.jetalyst.socket.CloseStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets and the endless responses of each session that has any. Ends them when their session ends or has a new id, and once a minute counts the sessions of
 * those sockets whose clients have sent messages as used. Safe for all threads; no method but {@link #check} blocks.
 */
final class SessionBindings {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");
    private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);

    /** By the id of the session. */
    private final Map<String, Set<SessionBinding>> bindings = new HashMap<>();

    private final RepeatedLine failed = new RepeatedLine();

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
     * Binds something to a session; ends it if the session has ended, or has another id. Meanwhile, other threads may renew the id or end the
     * session: the store does that first, and notifies this object afterwards. So either the store notifies it after {@link #add}, or the second
     * look at the session shows it.
     *
     * @param id the id that the request knows
     */
    void bind(SessionBinding binding, StoredSession session, String id) {
        add(binding, id);
        CloseStatus end =
                !session.isValid() ? SessionBinding.ENDED : session.id().equals(id) ? null : SessionBinding.RENEWED;
        if (end != null && remove(binding)) {
            binding.end(end);
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

    /** A socket is closed, or a response complete. Returns whether it was bound. */
    synchronized boolean remove(SessionBinding binding) {
        Set<SessionBinding> ofSession = bindings.get(binding.id);
        boolean wasBound = ofSession != null && ofSession.remove(binding);
        if (wasBound && ofSession.isEmpty()) {
            bindings.remove(binding.id);
        }
        return wasBound;
    }

    /** A session has another id: ends all that began with the old one, which somebody may have planted into the browser. */
    void renewed(String oldId) {
        end(oldId, SessionBinding.RENEWED);
    }

    /** Ends all that is bound to a session, which has ended. */
    void ended(String id) {
        end(id, SessionBinding.ENDED);
    }

    private void end(String id, CloseStatus status) {
        Set<SessionBinding> ending;
        synchronized (this) {
            ending = bindings.remove(id);
        }
        if (ending != null) {
            ending.forEach(binding -> binding.end(status));
        }
    }

    /** Counts the sessions of active clients as used, and finds those that have ended in another process. */
    private void check(SessionStore store) {
        Map<String, List<SessionBinding>> checked = new HashMap<>();
        synchronized (this) {
            bindings.forEach((id, ofSession) -> checked.put(id, List.copyOf(ofSession)));
        }
        checked.forEach((id, ofSession) -> {
            try {
                check(store, id, ofSession);
            } catch (RuntimeException failure) { // the other sessions are checked all the same
                failed.write(more -> LOG.warn("A session with sockets or streams was not checked{}", more, failure));
            }
        });
    }

    private void check(SessionStore store, String id, List<SessionBinding> ofSession) {
        long active = ofSession.stream().filter(SessionBinding::isActive).count();
        if (active > 0 ? !use(store, id) : !store.contains(id)) {
            ended(id);
        }
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

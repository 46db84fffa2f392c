package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionStoreException;
import io.jetalyst.session.StoredSession;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.util.thread.AutoLock;

/** Ends the sessions that have a text: those in memory first, then those that only the store has. */
final class SessionSearch {
    private final JettySessionStore sessions;
    /** The sessions in memory, at each time. */
    private final Collection<ManagedSession> cached;

    private final DataStore.Search stored;

    SessionSearch(JettySessionStore sessions, Collection<ManagedSession> cached, DataStore.Search stored) {
        this.sessions = sessions;
        this.cached = cached;
        this.stored = stored;
    }

    /** Ends each session that has a text of this name which fulfils the condition. Returns their number. */
    int endIf(String name, Predicate<String> condition) {
        long ended = cached.stream()
                .filter(session -> endIf(session, name, condition))
                .count();
        Set<String> others;
        try {
            others = stored.find(name, condition);
        } catch (Exception e) {
            throw new SessionStoreException("The sessions cannot be searched", e);
        }
        return (int) (ended
                + others.stream().filter(id -> endIf(id, name, condition)).count());
    }

    /** Ends a session in memory, whatever its id is then: its requests may renew it all the time. */
    private boolean endIf(ManagedSession session, String name, Predicate<String> condition) {
        if (!StoredTexts.has(session.getSessionData(), name, condition)) {
            return false;
        }
        AutoLock lock = session.lock();
        try {
            boolean ends = session.isValid() && StoredTexts.has(session.getSessionData(), name, condition);
            if (ends) {
                sessions.end(session);
            }
            return ends;
        } finally {
            lock.close();
        }
    }

    /** Ends a session that was found in the store, unless its text has changed since. */
    private boolean endIf(String id, String name, Predicate<String> condition) {
        Optional<StoredSession> found = sessions.enter(id);
        if (found.isEmpty()) {
            return false;
        }
        try {
            boolean ends = found.get().get(name).filter(condition).isPresent();
            if (ends) {
                found.get().invalidate();
            }
            return ends;
        } finally {
            found.get().leave();
        }
    }
}

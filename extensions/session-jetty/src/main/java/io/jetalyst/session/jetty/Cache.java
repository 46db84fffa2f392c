package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionListener;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionData;
import org.eclipse.jetty.session.SessionManager;
import org.eclipse.jetty.util.thread.AutoLock;

/** Jetty's cache of sessions, which is still right after a failure of the store. */
final class Cache extends DefaultSessionCache {
    private final SessionListener listener;

    Cache(SessionManager manager, ConcurrentMap<String, ManagedSession> sessions, SessionListener listener) {
        super(manager, sessions);
        this.listener = listener;
    }

    /**
     * Gives a session another id, unless it has ended. Jetty's own method removes the old data first, so a failure in between would remove the session.
     *
     * @return whether it has another id
     * @throws EndedElsewhereException if another process has ended the session
     * @throws Exception if the store fails; the session keeps its id
     */
    boolean rename(ManagedSession session, String newId) throws Exception {
        AutoLock lock = session.lock();
        try {
            if (!session.isValid()) {
                return false;
            }
            String oldId = session.getId();
            store(session.getSessionData(), oldId, newId);
            session.setExtendedId(newId);
            doPutIfAbsent(newId, session);
            // Before the old id disappears, so that nobody takes the session for one that has ended.
            listener.renewed(oldId);
            doDelete(oldId);
            return true;
        } finally {
            lock.close();
        }
    }

    private void store(SessionData data, String oldId, String newId) throws Exception {
        if (!(getSessionDataStore() instanceof RenamingStore store)) {
            data.setId(newId);
            return;
        }
        long lastSaved = data.getLastSaved();
        boolean isRenamed = false;
        data.setId(newId);
        try {
            store.rename(oldId, data);
            isRenamed = true;
        } finally {
            if (!isRenamed) {
                data.setId(oldId);
                data.setLastSaved(lastSaved);
            }
        }
    }

    /**
     * Does not keep a session that the next request would have read again, and that could not be stored. Jetty's own method reads the id before it has the
     * lock: if another thread renews the id in between, the session would be found by its old id again.
     */
    @Override
    public void release(ManagedSession session) throws Exception {
        boolean isReleased = false;
        AutoLock lock = session.lock();
        try {
            super.release(session);
            isReleased = true;
        } finally {
            if (!isReleased && getEvictionPolicy() == EVICT_ON_SESSION_EXIT) {
                evict(session);
            }
            lock.close();
        }
    }

    /** The caller has the lock. */
    private void evict(ManagedSession session) {
        if (session.getRequests() <= 0) {
            doDelete(session.getId());
            session.setResident(false);
        }
    }
}

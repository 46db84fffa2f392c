package io.jetalyst.session;

/** A {@link SessionStore} notifies this listener about its sessions, on the thread that changes the session. The methods do not block. */
public interface SessionListener {
    /**
     * The id of a session has changed: {@link StoredSession#id} returns the new one. The store calls this method before it removes the old id. So a
     * caller that does not find a session by its old id finds that this method was called.
     */
    void renewed(String oldId);

    /** A session was invalidated, or has expired: {@link StoredSession#isValid} returns {@code false}. */
    void ended(String id);
}

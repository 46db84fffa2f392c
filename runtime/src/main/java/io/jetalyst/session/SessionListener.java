package io.jetalyst.session;

/** Is notified by a {@link SessionStore} about its sessions. The methods do not block. */
public interface SessionListener {
    /** The id of a session has changed. */
    void renewed(String oldId, String newId);

    /** A session was invalidated, or has expired. */
    void ended(String id);
}

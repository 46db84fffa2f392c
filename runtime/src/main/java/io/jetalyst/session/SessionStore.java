package io.jetalyst.session;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps the sessions of one application. An extension implements it; the framework finds the {@link SessionStoreFactory} of the extension. Safe for
 * all threads. Every method but {@link #mayBlock} throws a {@link SessionStoreException} if the store fails.
 */
public interface SessionStore extends AutoCloseable {
    /** Whether the methods of this store and of its sessions may block. */
    boolean mayBlock();

    /**
     * Finds the session of this id, which a client has sent, and counts it as used. The caller must {@linkplain StoredSession#leave leave} it.
     *
     * @return empty if there is no such session, or it has expired, or its data cannot be read
     */
    Optional<StoredSession> enter(String id);

    /**
     * Creates a session whose id nobody can guess. The caller must {@linkplain StoredSession#leave leave} it.
     *
     * @return empty if as many sessions as {@link SessionOptions#maxSessions} exist
     */
    Optional<StoredSession> create();

    /** Whether there is a session of this id that has not expired. The call does not count as use. */
    boolean contains(String id);

    /**
     * Ends every session that has a text of this name which fulfils the condition, those of other processes that share the store included. The search
     * does not count as use. A session that is created meanwhile may be missed.
     *
     * @return the number of sessions that were ended
     */
    int endIf(String name, Predicate<String> condition);

    /** Stores what is not stored, and releases all resources. Sessions that outlive the process do not end. */
    @Override
    void close();
}

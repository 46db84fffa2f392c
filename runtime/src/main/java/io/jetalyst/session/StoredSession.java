package io.jetalyst.session;

import java.util.Optional;

/**
 * One session of a {@link SessionStore}, between {@link SessionStore#enter} or {@link SessionStore#create} and {@link #leave}. Safe for all threads.
 * Several callers may be in one session at once; they see the same values.
 *
 * <p>When one of them gives the session another id, the others do not see it any more ({@link #isRenewed}): somebody who has planted an id into a browser
 * may have sent a request with it just before the user logs in.
 */
public interface StoredSession {
    /** The current id, which the cookie has. */
    String id();

    /** Whether the session has not ended. */
    boolean isValid();

    /**
     * Whether another caller has given the session another id, which this caller does not know. It can only end the session then, so that a logout is never
     * without effect.
     */
    boolean isRenewed();

    /** The text that is stored under this name; empty if there is none, or the session has ended or is {@linkplain #isRenewed renewed}. */
    Optional<String> get(String name);

    /**
     * Stores a text; the store has it when the method returns.
     *
     * @return whether it is stored: not if the session has ended or is {@linkplain #isRenewed renewed}, or would be larger than
     *     {@link SessionOptions#maxSize}
     */
    boolean put(String name, String text);

    /** Removes the text of this name, if there is one; not if the session is {@linkplain #isRenewed renewed}. */
    void remove(String name);

    /**
     * Gives the session another id; the old one is invalid when the method returns. The store notifies its {@link SessionListener}.
     *
     * @return the other id; empty if the session has ended or is {@linkplain #isRenewed renewed}
     */
    Optional<String> renewId();

    /** Ends the session. The store notifies its {@link SessionListener}. */
    void invalidate();

    /** The caller no longer uses the session. Called once. */
    void leave();
}

package io.jetalyst.internal.httpsession;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Status;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.StoredSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stored session that one request has entered or created, and what has become of it. The {@link RequestSession} guards it with its lock. */
final class EnteredSession {
    private final SessionStore store;
    /** The ids that the client has sent. */
    private final List<String> sentIds;

    /** Whether the stored session of the client's ids was looked up. */
    private boolean isLookedUp;

    private @Nullable StoredSession entered;
    /** The id by which this request knows the session. Another request may have renewed it. */
    private @Nullable String ownId;
    /** The id that this request has given to the session: that of a new session, or a renewed one. */
    private @Nullable String givenId;
    /** The session that this request has ended, which the client may have a cookie of. */
    private @Nullable StoredSession endedHere;
    /** Whether a session that this request has used was ended by somebody else. */
    private boolean hasEndedElsewhere;

    EnteredSession(SessionStore store, List<String> sentIds) {
        this.store = store;
        this.sentIds = sentIds;
    }

    /** The session, which this call enters if no call has done so before; {@code null} if there is none, or it has ended or is renewed. */
    @Nullable
    StoredSession current() {
        if (entered == null && !isLookedUp) {
            isLookedUp = true;
            entered = lookUp();
        }
        StoredSession current = entered;
        if (current != null && !current.isValid()) {
            hasEndedElsewhere |= current != endedHere;
            entered = null;
            current.leave();
        }
        return isRenewed() ? null : entered;
    }

    /**
     * Whether another request has given the session another id. This one has no session then, because somebody may have planted the id that it came with;
     * it can only end it.
     */
    boolean isRenewed() {
        return entered != null && entered.isRenewed();
    }

    private @Nullable StoredSession lookUp() {
        for (String id : sentIds) {
            Optional<StoredSession> found = store.enter(id);
            if (found.isPresent()) {
                ownId = id;
                return found.get();
            }
        }
        return null;
    }

    /**
     * Creates a session.
     *
     * @param putFirst stores the first value; without a value, there is no session
     * @throws HttpProblem 503 if too many sessions exist
     */
    boolean create(Predicate<StoredSession> putFirst) {
        StoredSession first = store.create()
                .orElseThrow(() -> HttpProblem.of(
                        Status.SERVICE_UNAVAILABLE, "Too many sessions are open. Please try again later."));
        try {
            if (putFirst.test(first)) {
                entered = first;
                givenId = first.id();
                ownId = givenId;
                return true;
            }
            return false;
        } finally {
            if (entered != first) {
                discard(first);
            }
        }
    }

    /** Ends a session without values, and leaves it in any case: a store that fails would keep it in memory otherwise. */
    private static void discard(StoredSession session) {
        try {
            session.invalidate();
        } finally {
            session.leave();
        }
    }

    /** Gives the session another id. If another request has done so, this one leaves it: the next value begins a new session. */
    void renewId() {
        StoredSession current = current();
        Optional<String> other = current == null ? Optional.empty() : current.renewId();
        if (other.isPresent()) {
            givenId = other.get();
            ownId = givenId;
        } else if (isRenewed()) {
            hasEndedElsewhere = true;
            StoredSession left = entered;
            entered = null;
            requireNonNull(left).leave();
        }
    }

    void invalidate() {
        current();
        StoredSession ending = entered;
        if (ending != null) {
            endedHere = ending;
            ending.invalidate();
        }
    }

    /** The session, unless this request has entered none, or it has ended. */
    @Nullable
    StoredSession valid() {
        StoredSession current = entered;
        return current != null && current.isValid() ? current : null;
    }

    /**
     * Whether this request has given this id to the session. Only then may its client learn the id: if another request has renewed it, somebody else may
     * have planted the id that this request came with.
     */
    boolean isGiven(String id) {
        return id.equals(givenId);
    }

    /** The id that the client has sent, or that this request has given to the session; {@code null} without a session. */
    @Nullable
    String ownId() {
        return ownId;
    }

    /** Whether this request has ended a session. */
    boolean isEndedHere() {
        return endedHere != null;
    }

    /** Whether this request has entered a session that has not been left since. */
    boolean isEntered() {
        return entered != null;
    }

    /** Whether the session has ended, or has another id; also in another process, if the thread may wait for the store. */
    boolean isOver(boolean mayWait) {
        return entered == null ? hasEnded() : current() == null || mayWait && !store.contains(requireNonNull(ownId));
    }

    /** Whether the session that this request has used has ended, and this request has not replaced it itself. */
    boolean hasEnded() {
        return hasEndedElsewhere || (endedHere != null && valid() == null);
    }

    /** Returns the session, which the caller leaves. */
    @Nullable
    StoredSession takeLeft() {
        StoredSession left = entered;
        entered = null;
        return left;
    }
}

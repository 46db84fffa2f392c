package io.jetalyst.internal.httpsession;

import static java.util.Objects.requireNonNull;

import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.internal.security.PersonalResponse;
import io.jetalyst.internal.session.SessionHost;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.StoredSession;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The session as one request sees it. The first call enters the stored session, and the response leaves it. A later call, such as one of a listener,
 * enters and leaves it by itself.
 */
public final class RequestSession implements Session {
    private static final Runnable NOTHING = () -> {};

    private final SessionStore store;
    private final SessionValues values;
    private final SessionCookie cookie;
    private final SessionSockets sockets;
    private final SessionWork work;
    private final NewSessions created;
    private final Request request;

    private final ReentrantLock lock = new ReentrantLock();
    /** The id that the client has, after the response. */
    private @Nullable String id;
    /** Whether the response may depend on the session, or on there being none. */
    private boolean isUsed;

    /** Whether the stored session of the client's id was looked up. */
    private boolean isLookedUp;
    /** The session that this request has entered. */
    private @Nullable StoredSession entered;
    /** Whether this request has ended a session that the client may have a cookie of. */
    private boolean hasEnded;
    /** Whether the fields of the response are fixed. */
    private boolean isAnswered;
    /** Whether calls enter and leave the session by themselves. */
    private volatile boolean isLeft;

    private volatile SessionSockets.@Nullable Group group;

    RequestSession(
            SessionStore store,
            SessionValues values,
            SessionCookie cookie,
            SessionSockets sockets,
            SessionWork work,
            NewSessions created,
            Request request) {
        this.store = store;
        this.values = values;
        this.cookie = cookie;
        this.sockets = sockets;
        this.work = work;
        this.created = created;
        this.request = request;
        this.id = cookie.id(request);
    }

    @Override
    public <T> Optional<T> get(SessionKey<T> key) {
        Optional<String> text = use(session -> session.get(key.name()), Optional.empty());
        return text.flatMap(stored -> values.read(key, stored));
    }

    @Override
    public <T> void put(SessionKey<T> key, T value) {
        String text = values.write(key, requireNonNull(value));
        boolean isStored = locked(() -> {
            StoredSession current = isLeft ? null : current();
            if (current != null) {
                return put(current, key.name(), text);
            }
            if (isAnswered) {
                return use(session -> put(session, key.name(), text), false);
            }
            return putFirst(key.name(), text);
        });
        if (!isStored) {
            throw new IllegalStateException(
                    "The value of " + key + " is not stored: there is no session, or it has ended,"
                            + " and a session can be created only before the response is sent.");
        }
    }

    /** @return whether the session has not ended */
    private static boolean put(StoredSession session, String name, String text) {
        if (session.put(name, text)) {
            return true;
        }
        if (session.isValid()) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, "The session of this browser cannot store more.");
        }
        return false;
    }

    @Override
    public void remove(SessionKey<?> key) {
        use(
                session -> {
                    session.remove(key.name());
                    return true;
                },
                false);
    }

    @Override
    public boolean exists() {
        return use(StoredSession::isValid, false);
    }

    @Override
    public void renewId() {
        locked(() -> {
            if (isAnswered) {
                throw new IllegalStateException(
                        "The id of the session is not renewed: the response was sent, so it cannot set the cookie.");
            }
            StoredSession current = current();
            if (current != null) {
                current.renewId();
            }
            return true;
        });
    }

    @Override
    public void invalidate() {
        locked(() -> {
            hasEnded |= use(
                    session -> {
                        session.invalidate();
                        return true;
                    },
                    false);
            return true;
        });
    }

    /** Calls a function with the session, or returns the other value if there is none. */
    private <R> R use(Function<StoredSession, R> function, R otherwise) {
        return locked(() -> {
            if (!isLeft) {
                StoredSession current = current();
                return current == null ? otherwise : function.apply(current);
            }
            String known = knownId();
            StoredSession found = known == null ? null : store.enter(known).orElse(null);
            if (found == null) {
                return otherwise;
            }
            try {
                return function.apply(found);
            } finally {
                found.leave();
            }
        });
    }

    /** The id of the session now: another request may have renewed it. */
    private @Nullable String knownId() {
        SessionSockets.Group bound = group;
        return bound == null ? id : bound.id();
    }

    /** The session that this request has entered, or enters now; {@code null} if there is none. */
    private @Nullable StoredSession current() {
        isUsed = true;
        if (entered == null && id != null && !isLookedUp) {
            isLookedUp = true;
            entered = store.enter(id).orElse(null);
        }
        StoredSession current = entered;
        if (current != null && !current.isValid()) {
            entered = null;
            current.leave();
        }
        return entered;
    }

    /** Creates a session for its first value. */
    private boolean putFirst(String name, String text) {
        created.count(request);
        StoredSession first = store.create()
                .orElseThrow(() -> HttpProblem.of(
                        Status.SERVICE_UNAVAILABLE, "Too many sessions are open. Please try again later."));
        try {
            if (put(first, name, text)) {
                entered = first;
                return true;
            }
            return false;
        } finally {
            if (entered != first) { // without a value no session
                first.invalidate();
                first.leave();
            }
        }
    }

    private interface Call<R> {
        R run();
    }

    private <R> R locked(Call<R> call) {
        lock.lock();
        try {
            return call.run();
        } finally {
            lock.unlock();
            leaveIfAnswered();
        }
    }

    /** The response, which sets or removes the cookie if that has changed, and which no shared cache keeps. Later calls create no session. */
    public Response complete(Response response) {
        if (!lock.tryLock()) {
            return response; // the deadline answers while a thread waits for the store
        }
        try {
            isAnswered = true;
            StoredSession current = entered;
            Response confined = isUsed ? PersonalResponse.confine(response, current != null) : response;
            if (current != null && current.isValid()) {
                String now = current.id();
                boolean isNew = !now.equals(id);
                id = now;
                return isNew ? cookie.set(request, confined, now) : confined;
            }
            return hasEnded ? cookie.remove(request, confined) : confined;
        } finally {
            lock.unlock();
        }
    }

    /** The response is complete: leaves the session. */
    public void leave() {
        isLeft = true;
        leaveIfAnswered();
    }

    /** Either this thread leaves the session, or the one that has the lock and calls this method after it. */
    private void leaveIfAnswered() {
        if (!isLeft || lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return;
        }
        try {
            isAnswered = true;
            StoredSession left = entered;
            entered = null;
            if (left != null) {
                leave(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(StoredSession left) {
        if (store.mayBlock()) {
            work.run(left::leave);
        } else {
            left.leave();
        }
    }

    /** The host of a socket whose handshake has used this session: closes it when the session ends. */
    public SessionHost bind(SessionHost host) {
        return locked(() -> {
            StoredSession used = entered;
            StoredSession current = current();
            if (current == null) {
                return used == null ? host : new BoundHost(host, sockets.joinEnded(used.id()), sockets);
            }
            SessionSockets.Group bound = sockets.join(current.id());
            group = bound;
            if (!current.isValid()) {
                sockets.ended(current.id());
            }
            return new BoundHost(host, bound, sockets);
        });
    }

    /**
     * Ends an endless response of this request when the session ends; at once if it has ended while the request ran. Called before {@link #leave}.
     *
     * @param end ends the response; runs on a thread of the sessions
     * @return is called when the response is complete
     */
    public Runnable bind(Runnable end) {
        return locked(() -> {
            if (isLeft) {
                return NOTHING;
            }
            StoredSession used = entered;
            StoredSession current = current();
            if (current == null) {
                if (used != null) {
                    work.run(end);
                }
                return NOTHING;
            }
            Runnable later = () -> work.run(end);
            SessionSockets.Group bound = sockets.join(current.id(), later);
            group = bound;
            if (!current.isValid()) {
                sockets.ended(current.id());
            }
            return () -> sockets.completed(bound, later);
        });
    }
}

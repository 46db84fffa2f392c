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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
    private final SessionBindings bindings;
    private final SessionWork work;
    private final NewSessions created;
    private final Request request;

    private final ReentrantLock lock = new ReentrantLock();
    private final EnteredSession session;
    /** The id by which this request enters the session after the response. */
    private volatile @Nullable String id;
    /** Whether the response may depend on the session, or on there being none. */
    private boolean isUsed;
    /** Whether the fields of the response are fixed. */
    private boolean isAnswered;
    /** Whether calls enter and leave the session by themselves. */
    private volatile boolean isLeft;

    RequestSession(
            SessionStore store,
            SessionValues values,
            SessionCookie cookie,
            SessionBindings bindings,
            SessionWork work,
            NewSessions created,
            Request request) {
        this.store = store;
        this.values = values;
        this.cookie = cookie;
        this.bindings = bindings;
        this.work = work;
        this.created = created;
        this.request = request;
        List<String> sentIds = cookie.ids(request);
        this.id = sentIds.isEmpty() ? null : sentIds.get(0);
        this.session = new EnteredSession(store, sentIds);
    }

    @Override
    public <T> Optional<T> get(SessionKey<T> key) {
        Optional<String> text = use(stored -> stored.get(key.name()), Optional.empty());
        return text.flatMap(stored -> values.read(key, stored));
    }

    @Override
    public <T> void put(SessionKey<T> key, T value) {
        String text = values.write(key, requireNonNull(value));
        boolean isStored = locked(() -> {
            StoredSession current = isLeft ? null : current();
            if (current != null) {
                if (put(current, key.name(), text)) {
                    return true;
                }
                current(); // leaves the session, which has ended meanwhile
            }
            if (session.isRenewed()) {
                throw HttpProblem.of(
                        Status.CONFLICT, "The session of this browser has a new id. Please send the request again.");
            }
            if (isAnswered || isLeft) {
                return use(stored -> put(stored, key.name(), text), false);
            }
            work.requireRoom();
            created.count(request);
            return session.create(first -> put(first, key.name(), text));
        });
        if (!isStored) {
            throw new IllegalStateException(
                    "The value of " + key + " is not stored: there is no session, or it has ended,"
                            + " and a session can be created only before the response is sent.");
        }
    }

    /** @return whether the session has neither ended nor another id */
    private static boolean put(StoredSession session, String name, String text) {
        if (session.put(name, text)) {
            return true;
        }
        if (session.isValid() && !session.isRenewed()) {
            throw HttpProblem.of(Status.CONTENT_TOO_LARGE, "The session of this browser cannot store more.");
        }
        return false;
    }

    @Override
    public void remove(SessionKey<?> key) {
        change(stored -> stored.remove(key.name()));
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
            isUsed = true;
            session.renewId();
            return true;
        });
    }

    @Override
    public void invalidate() {
        locked(() -> {
            if (isLeft) {
                change(StoredSession::invalidate);
            } else {
                isUsed = true;
                session.invalidate();
            }
            return true;
        });
    }

    /** Changes the session, if there is one. */
    private void change(Consumer<StoredSession> change) {
        use(
                stored -> {
                    change.accept(stored);
                    return true;
                },
                false);
    }

    /** Calls a function with the session, or returns the other value if there is none. */
    private <R> R use(Function<StoredSession, R> function, R otherwise) {
        return locked(() -> {
            if (!isLeft) {
                StoredSession current = current();
                return current == null ? otherwise : function.apply(current);
            }
            StoredSession found = enter();
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

    /** Enters the session after the response; {@code null} if it has ended, or has another id. */
    private @Nullable StoredSession enter() {
        String known = id;
        return known == null ? null : store.enter(known).orElse(null);
    }

    private @Nullable StoredSession current() {
        isUsed = true;
        if (id != null && !session.isEntered()) {
            work.requireRoom();
        }
        return session.current();
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
            Response confined = isUsed ? PersonalResponse.confine(response, session.isEntered()) : response;
            StoredSession current = session.valid();
            if (current == null) {
                return session.isEndedHere() ? cookie.remove(request, confined) : confined;
            }
            id = session.ownId();
            String now = current.id();
            return session.isGiven(now) ? cookie.set(request, confined, now) : confined;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the session has ended, or has another id; also in another process, if the thread may wait for the store. */
    public boolean hasEnded(boolean mayWait) {
        return locked(() -> session.isOver(mayWait));
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
            StoredSession left = session.takeLeft();
            if (left != null && store.mayBlock()) {
                work.leave(left::leave);
            } else if (left != null) {
                left.leave();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The host of a socket whose handshake has used this session: closes the socket when the session ends, or has a new id. */
    public SessionHost bind(SessionHost host) {
        BoundSocket socket = new BoundSocket(bindings);
        return bind(socket) ? socket.host(host) : host;
    }

    /**
     * Ends a response of this request when the session ends, or has a new id; at once if it has ended while the request ran. Called before {@link #leave}.
     *
     * @param end ends the response; runs on a thread of the sessions
     * @return is called when the response is complete
     */
    public Runnable bind(Runnable end) {
        BoundResponse response = new BoundResponse(() -> work.run(end));
        return bind(response) ? () -> bindings.remove(response) : NOTHING;
    }

    /** Returns whether there is a session, or there was one that has ended. */
    private boolean bind(SessionBinding binding) {
        return locked(() -> {
            if (isLeft) {
                return false;
            }
            StoredSession current = current();
            if (session.hasEnded()) {
                binding.end(SessionBinding.ENDED);
                return true;
            }
            if (session.isRenewed()) {
                binding.end(SessionBinding.RENEWED);
                return true;
            }
            if (current != null) {
                String known = requireNonNull(session.ownId());
                id = known;
                bindings.bind(binding, current, known);
            }
            return current != null;
        });
    }
}

package io.jetalyst.internal.httpsession;

import io.jetalyst.codec.Codecs;
import io.jetalyst.http.Request;
import io.jetalyst.session.AllSessions;
import io.jetalyst.session.SessionKey;
import io.jetalyst.session.SessionListener;
import io.jetalyst.session.SessionOptions;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.SessionStoreFactory;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The sessions of one application: the store, the cookie, the conversion of values, and the sockets and responses that end with sessions. */
public final class Sessions implements AllSessions, AutoCloseable {
    /** The sentence for an application that uses sessions and has no store. */
    public static final String NO_STORE =
            "there is nothing that stores sessions. Add the dependency io.jetalyst:jetalyst-session-jetty.";

    /** Without a store. */
    public static final Sessions NONE = new Sessions();

    private final @Nullable SessionStore store;
    private final SessionCookie cookie;
    private final @Nullable SessionValues values;
    private final SessionBindings bindings = new SessionBindings();
    private final SessionWork work;
    private final NewSessions created;

    private Sessions() {
        this.store = null;
        this.cookie = new SessionCookie("", Optional.empty());
        this.values = null;
        this.work = new SessionWork();
        this.created = new NewSessions(0);
    }

    /**
     * Opens the store.
     *
     * @param cookie the name of the cookie, without a prefix
     * @param isPersistent whether the cookie outlives the browser
     * @param maxNewPerAddress the sessions that the clients of one address may create at once, and again in each hour; 0 for no limit
     * @throws io.jetalyst.config.StartupException if the store cannot be used
     */
    public Sessions(
            SessionStoreFactory factory,
            String cookie,
            boolean isPersistent,
            int maxNewPerAddress,
            SessionOptions options,
            Codecs codecs) {
        this.cookie = new SessionCookie(cookie, isPersistent ? Optional.of(options.maxAge()) : Optional.empty());
        this.values = new SessionValues(codecs);
        this.store = factory.open(options, new Ends(bindings));
        this.work = new SessionWork();
        this.created = new NewSessions(maxNewPerAddress);
        bindings.watch(store, work, options.timeout());
    }

    /** Whether there is a store. */
    public boolean areStored() {
        return store != null;
    }

    /** Whether a call to a session may block. */
    public boolean mayBlock() {
        return store != null && store.mayBlock();
    }

    /**
     * The session of the client that sent this request; nothing is looked up before it is used.
     *
     * @throws IllegalStateException if there is no store
     */
    public RequestSession of(Request request) {
        if (store == null || values == null) {
            throw new IllegalStateException("A session is used, and " + NO_STORE);
        }
        return new RequestSession(store, values, cookie, bindings, work, created, request);
    }

    @Override
    public <T> int end(SessionKey<T> key, Predicate<T> condition) {
        if (store == null || values == null) {
            throw new IllegalStateException("Sessions are used, and " + NO_STORE);
        }
        SessionValues read = values;
        return store.endIf(
                key.name(), text -> read.read(key, text).filter(condition).isPresent());
    }

    @Override
    public void close() {
        work.close();
        if (store != null) {
            store.close();
        }
    }

    /** Passes on what happens to sessions to their sockets and responses. */
    private record Ends(SessionBindings bindings) implements SessionListener {
        @Override
        public void renewed(String oldId) {
            bindings.renewed(oldId);
        }

        @Override
        public void ended(String id) {
            bindings.ended(id);
        }
    }
}

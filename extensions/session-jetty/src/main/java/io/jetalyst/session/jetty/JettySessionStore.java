package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionListener;
import io.jetalyst.session.SessionOptions;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.SessionStoreException;
import io.jetalyst.session.StoredSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.session.AbstractSessionDataStore;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.SessionData;
import org.eclipse.jetty.session.UnreadableSessionDataException;
import org.eclipse.jetty.util.thread.AutoLock;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of one application in Jetty's cache, and behind it in a store of Jetty. */
final class JettySessionStore implements SessionStore {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.session");
    /** The longest time between two searches for expired sessions, and between two writes of the time of the last use. */
    private static final long LONGEST_INTERVAL_SECONDS = 60;

    private static final int MAX_RETRIES = 10;

    private final DataStore data;
    private final SessionOptions options;
    private final Scheduler scheduler = new ScheduledExecutorScheduler("jetalyst-session-timer", true);
    /** Never started: Jetty's classes find their scheduler and their manager through it. */
    private final Server server = new Server(null, scheduler, null);

    private final Manager manager;
    private final Cache cache;
    private final SessionSearch search;

    JettySessionStore(DataStore data, SessionOptions options, SessionListener listener) {
        this.data = data;
        this.options = options;
        this.manager = new Manager(server, listener);
        ConcurrentMap<String, ManagedSession> cached = new ConcurrentHashMap<>();
        this.cache = new Cache(manager, cached, listener);
        this.search = new SessionSearch(this, cached.values(), data.search());
    }

    /** @throws Exception if the store cannot be used */
    void start() throws Exception {
        long interval = interval(options.timeout());
        if (data.jetty() instanceof AbstractSessionDataStore store) {
            store.setSavePeriodSec((int) (interval == LONGEST_INTERVAL_SECONDS ? interval : 0));
            store.setGracePeriodSec((int) interval);
        }
        cache.setSessionDataStore(data.jetty());
        cache.setEvictionPolicy(data.eviction());
        cache.setSaveOnInactiveEviction(true);
        cache.setFlushOnResponseCommit(true);
        cache.setRemoveUnloadableSessions(true);
        manager.setSessionCache(cache);
        manager.setUsingCookies(false);
        SessionIds ids = new SessionIds(server, interval);
        manager.setSessionIdManager(ids);
        server.addBean(manager, false);
        scheduler.start();
        ids.start();
        manager.start();
    }

    private static long interval(Duration timeout) {
        return Math.max(1, Math.min(LONGEST_INTERVAL_SECONDS, timeout.toSeconds() / 4));
    }

    @Override
    public boolean mayBlock() {
        return data.mayBlock();
    }

    @Override
    public Optional<StoredSession> enter(String id) {
        ManagedSession session = load(id);
        if (session == null) {
            return Optional.empty();
        }
        boolean isEntered = false;
        try {
            isEntered = isUsable(session, id);
            return isEntered ? Optional.of(new JettySession(this, session, id)) : Optional.empty();
        } finally {
            if (!isEntered) {
                leave(session);
            }
        }
    }

    /** Counts a session as used that a request has found by this id; ends it if it has expired. */
    private boolean isUsable(ManagedSession session, String id) {
        if (!session.getId().equals(id)) {
            return false; // it was renewed while this thread waited for its lock
        }
        session.setExtendedId(id);
        long now = System.currentTimeMillis();
        boolean isUsable =
                !session.isExpiredAt(now) && limitAge(session, now) && session.access(now) && isCurrent(session);
        if (!isUsable) {
            end(session);
        }
        return isUsable;
    }

    /**
     * Reads a session again that another request of this process is in: other processes may have changed or ended it since that request has read it.
     * Returns whether it exists.
     */
    private boolean isCurrent(ManagedSession session) {
        AutoLock lock = session.lock();
        try {
            if (session.getRequests() <= 1
                    || !(session.getSessionData() instanceof ChangedData values)
                    || values.getLastSaved() <= 0) {
                return true; // read just now, or new
            }
            SessionData stored = data.jetty().load(session.getId());
            if (stored != null) {
                values.rebase(stored);
                values.setLastSaved(stored.getLastSaved());
            }
            return stored != null;
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be read", e);
        } finally {
            lock.close();
        }
    }

    private @Nullable ManagedSession load(String id) {
        try {
            return find(id);
        } catch (UnreadableSessionDataException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause(); // the message of e has the id
            LOG.warn("The data of a session cannot be read, so the session has ended: {}", cause.toString());
            return null;
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be read", e);
        }
    }

    /** The cache returns nothing if the last request before has left the session, and so removed it from the cache, in this moment. */
    private @Nullable ManagedSession find(String id) throws Exception {
        ManagedSession found = cache.get(id);
        for (int i = 0; found == null && i < MAX_RETRIES && data.mayBlock() && cache.exists(id); i++) {
            found = cache.get(id);
        }
        return found;
    }

    /** Lets the session expire at its largest age; {@code false} if it has that age. */
    private boolean limitAge(ManagedSession session, long now) {
        SessionData values = session.getSessionData();
        long left = values.getCreated() + options.maxAge().toMillis() - now;
        values.setMaxInactiveMs(Math.min(options.timeout().toMillis(), left));
        return left > 0;
    }

    @Override
    public Optional<StoredSession> create() {
        if (Math.max(cache.getSessionsCurrent(), data.stored().getAsLong()) >= options.maxSessions()) {
            return Optional.empty();
        }
        String id = ((SessionIds) manager.getSessionIdManager()).next();
        long now = System.currentTimeMillis();
        long idle = Math.min(options.timeout().toMillis(), options.maxAge().toMillis());
        ManagedSession session = cache.newSession(id, now, idle);
        session.setExtendedId(id);
        try {
            cache.add(id, session);
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be created", e);
        }
        return Optional.of(new JettySession(this, session, id));
    }

    @Override
    public boolean contains(String id) {
        try {
            return data.isShared() ? data.jetty().exists(id) : cache.exists(id);
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be found", e);
        }
    }

    @Override
    public int endIf(String name, Predicate<String> condition) {
        return search.endIf(name, condition);
    }

    /** The characters that the names and texts of a session may have. */
    int maxSize() {
        return options.maxSize();
    }

    /** Writes the values of a session that have changed. Returns {@code false} if the session has ended in another process, so ends it in this one. */
    boolean write(ManagedSession session) {
        try {
            cache.commit(session);
            return true;
        } catch (EndedElsewhereException e) {
            end(session);
            return false;
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be written", e);
        }
    }

    /** A value is as it was before, because it could not be written. */
    void forget(ManagedSession session, String name) {
        if (session.getSessionData() instanceof ChangedData changed) {
            changed.forget(name);
        }
    }

    /** Gives a session another id, unless it has ended; the old one is invalid when the method returns. Returns whether it has another id. */
    boolean renew(ManagedSession session) {
        String newId = ((SessionIds) manager.getSessionIdManager()).next();
        try {
            return cache.rename(session, newId);
        } catch (EndedElsewhereException e) {
            end(session);
            return false;
        } catch (Exception e) {
            throw new SessionStoreException("The id of a session cannot be renewed", e);
        }
    }

    /** Ends a session, unless it has ended. With the lock, so that no other thread renews its id or writes it meanwhile. */
    void end(ManagedSession session) {
        AutoLock lock = session.lock();
        try {
            data.jetty().delete(session.getId()); // Jetty's method would hide a failure, and the session would go on
            if (session.isValid()) {
                session.invalidate();
            }
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be removed", e);
        } finally {
            lock.close();
        }
    }

    void leave(ManagedSession session) {
        try {
            cache.release(session);
        } catch (EndedElsewhereException e) {
            end(session);
        } catch (Exception e) {
            throw new SessionStoreException("A session cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            manager.stop();
            manager.getSessionIdManager().stop();
            scheduler.stop();
        } catch (Exception e) {
            LOG.warn("The store of the sessions was not closed", e);
        }
    }
}

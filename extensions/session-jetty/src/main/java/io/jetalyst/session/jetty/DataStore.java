package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionOptions.Place;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionDataStore;

/**
 * A store of Jetty, and the way in which its sessions are cached.
 *
 * @param mayBlock whether the store reads and writes files or sockets
 * @param eviction the eviction policy of the {@link SessionCache}
 * @param stored counts the sessions of the store, if they are not those of the cache; 0 if the cache has all
 * @param search finds sessions of the store that are not in the cache
 */
record DataStore(SessionDataStore jetty, boolean mayBlock, int eviction, LongSupplier stored, Search search) {
    /** Finds sessions. */
    interface Search {
        /** The ids of the sessions whose text of this name fulfils the condition. */
        Set<String> find(String name, Predicate<String> condition) throws Exception;
    }

    /** A session that no request has used for this time is read from its file again. */
    private static final int FILE_CACHE_SECONDS = 60;

    /** Whether other processes may use the store, so that nothing is cached between requests. */
    boolean isShared() {
        return eviction == SessionCache.EVICT_ON_SESSION_EXIT;
    }

    static DataStore memory() {
        return new DataStore(
                new NullSessionDataStore(), false, SessionCache.NEVER_EVICT, () -> 0, (name, condition) -> Set.of());
    }

    static DataStore files(Path directory) {
        FileStore store = new FileStore(directory);
        return new DataStore(store, true, FILE_CACHE_SECONDS, store::size, store::find);
    }

    /** Several processes may use one database, so nothing is cached between requests. */
    static DataStore jdbc(Place.Jdbc place) {
        JdbcStore store = JdbcStore.of(place);
        return new DataStore(store, true, SessionCache.EVICT_ON_SESSION_EXIT, store::size, store::find);
    }
}

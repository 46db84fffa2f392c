package io.jetalyst.session.jetty;

import io.jetalyst.session.SessionOptions.Place;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.eclipse.jetty.session.NullSessionDataStore;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionDataStore;

/**
 * A store of Jetty, and the way in which its sessions are cached.
 *
 * @param mayBlock whether the store reads and writes files or sockets
 * @param eviction the eviction policy of the {@link SessionCache}
 * @param stored counts the sessions of the store, if they are not those of the cache; it returns 0 if the store cannot count them
 */
record DataStore(SessionDataStore jetty, boolean mayBlock, int eviction, LongSupplier stored) {
    /** A session that no request has used for this time is read from its file again. */
    private static final int FILE_CACHE_SECONDS = 60;

    static DataStore memory() {
        return new DataStore(new NullSessionDataStore(), false, SessionCache.NEVER_EVICT, () -> 0);
    }

    static DataStore files(Path directory) {
        FileStore store = new FileStore(directory);
        return new DataStore(store, true, FILE_CACHE_SECONDS, store::size);
    }

    /** Several processes may use one database, so nothing is cached between requests. */
    static DataStore jdbc(Place.Jdbc place) {
        return new DataStore(JdbcStore.of(place), true, SessionCache.EVICT_ON_SESSION_EXIT, () -> 0);
    }
}

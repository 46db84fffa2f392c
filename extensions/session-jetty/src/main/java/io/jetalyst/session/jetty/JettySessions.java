package io.jetalyst.session.jetty;

import io.jetalyst.config.StartupException;
import io.jetalyst.session.SessionListener;
import io.jetalyst.session.SessionOptions;
import io.jetalyst.session.SessionOptions.Place;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.SessionStoreFactory;

/** Opens the store of an application, with the parts of Jetty that the setting {@code session.store} selects. */
public final class JettySessions implements SessionStoreFactory {
    /** For {@link java.util.ServiceLoader}. */
    public JettySessions() {}

    @Override
    public SessionStore open(SessionOptions options, SessionListener listener) {
        JettySessionStore store = new JettySessionStore(data(options.place()), options, listener);
        try {
            store.start();
        } catch (Exception e) {
            store.close();
            throw new StartupException(
                    "The sessions cannot be stored in " + text(options.place()) + ": " + e.getMessage(), e);
        }
        return store;
    }

    private static DataStore data(Place place) {
        if (place instanceof Place.Files files) {
            return DataStore.files(files.directory());
        }
        if (place instanceof Place.Jdbc jdbc) {
            requireDatabases();
            return DataStore.jdbc(jdbc);
        }
        return DataStore.memory();
    }

    /** A runtime that jlink has made has the modules that were named, and the module of this class does not need that of databases. */
    private static void requireDatabases() {
        if (ModuleLayer.boot().findModule("java.sql").isEmpty()) {
            throw new StartupException("session.store is jdbc, and this Java runtime has no module java.sql. Name it in"
                    + " --add-modules of jlink, or require it in the module of the application.");
        }
    }

    private static String text(Place place) {
        return place instanceof Place.Files files
                ? "the directory " + files.directory()
                : place instanceof Place.Jdbc ? "the database" : "memory";
    }
}

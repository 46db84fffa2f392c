package io.jetalyst.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The options of a {@link SessionStore}, as the {@code session.*} settings give them.
 *
 * @param place where the sessions are
 * @param timeout the time after its last use at which a session ends
 * @param maxAge the time after its creation at which a session ends
 * @param maxSessions the number of sessions that may exist at once, if the store can count them
 * @param maxSize the characters that the names and texts of one session may have together
 */
public record SessionOptions(Place place, Duration timeout, Duration maxAge, int maxSessions, int maxSize) {
    /** Where sessions are stored. */
    public sealed interface Place {
        /** In the memory of the process, with which they end. */
        record Memory() implements Place {}

        /** In files. */
        record Files(Path directory) implements Place {}

        /**
         * In a database.
         *
         * @param url the JDBC URL; empty if the application binds a {@code javax.sql.DataSource}
         * @param user empty if the URL names the user, or needs none
         * @param table the name of the table, which the store creates
         * @param bound returns the instance that the application has bound to a type
         */
        record Jdbc(
                Optional<String> url,
                Optional<String> user,
                Optional<String> password,
                String table,
                Function<Class<?>, Optional<Object>> bound)
                implements Place {
            /** Without the password. */
            @Override
            public String toString() {
                return "Jdbc[" + url.orElse("bound DataSource") + ", table=" + table + "]";
            }
        }
    }
}

package io.jetalyst.internal.config;

import io.jetalyst.config.Settings;
import io.jetalyst.config.StartupException;
import io.jetalyst.login.Attempts;
import io.jetalyst.session.SessionOptions;
import io.jetalyst.session.SessionOptions.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The {@code session.*} settings, converted.
 *
 * @param cookie the name of the cookie, without a prefix
 * @param isPersistent whether the cookie outlives the browser
 * @param maxNewPerAddress the sessions that the clients of one address may create at once, and again in each hour; 0 for no limit
 */
public record SessionSettings(String cookie, boolean isPersistent, int maxNewPerAddress, SessionOptions options) {
    static final String PREFIX = "session.";
    private static final String STORE = PREFIX + "store";
    private static final String DIRECTORY = PREFIX + "directory";
    private static final String URL = PREFIX + "jdbc.url";
    private static final String USER = PREFIX + "jdbc.user";
    private static final String PASSWORD = PREFIX + "jdbc.password";
    private static final String TABLE = PREFIX + "jdbc.table";
    private static final String TIMEOUT = PREFIX + "timeout";
    private static final String MAX_AGE = PREFIX + "max-age";
    private static final String COOKIE = PREFIX + "cookie";
    private static final String PERSISTENT = PREFIX + "persistent-cookie";
    private static final String MAX_SESSIONS = PREFIX + "max-sessions";
    private static final String MAX_NEW_PER_ADDRESS = PREFIX + "max-new-per-address";
    private static final String MAX_SIZE = PREFIX + "max-size";
    private static final String TABLE_NAME = "JettySessions";

    static final List<KnownSetting> KNOWN = List.of(
            new KnownSetting(
                    STORE,
                    "memory",
                    "where [sessions](sessions.md) are: `memory`; `files`, which survive a restart; or `jdbc`, a"
                            + " database that several processes may share"),
            new KnownSetting(DIRECTORY, "", "directory of `session.store=files`; is created if it does not exist"),
            new KnownSetting(
                    URL,
                    "",
                    "JDBC URL of `session.store=jdbc`; without it, the application binds a `javax.sql.DataSource`,"
                            + " which may be a pool"),
            new KnownSetting(USER, "", "user of the database"),
            new KnownSetting(PASSWORD, "", "password of the database; set it as an environment variable"),
            new KnownSetting(TABLE, TABLE_NAME, "table of the sessions; is created if it does not exist"),
            new KnownSetting(TIMEOUT, "30m", "time after its last use at which a session ends"),
            new KnownSetting(MAX_AGE, "24h", "time after its creation at which a session ends, however it is used"),
            new KnownSetting(COOKIE, "session", "name of the cookie, which begins with `__Host-` over HTTPS as well"),
            new KnownSetting(
                    PERSISTENT,
                    "false",
                    "`true` lets the browser keep the cookie for `session.max-age`, so that [users stay logged"
                            + " in](sessions.md#stay-logged-in); otherwise it deletes the cookie when the user closes it"),
            new KnownSetting(
                    MAX_SESSIONS,
                    "100000",
                    "maximum number of sessions in memory, in files or in the table; then a request that would create"
                            + " one gets 503"),
            new KnownSetting(
                    MAX_NEW_PER_ADDRESS,
                    "1000",
                    "maximum number of sessions that the clients of one address create at once, and then in each hour; a"
                            + " request that would create one more gets 429. A number from 0 to 10000; 0 is no limit. [IPv6"
                            + " networks](sessions.md#limits) count as addresses"),
            new KnownSetting(
                    MAX_SIZE,
                    "64KiB",
                    "maximum size of the values of one session, in characters; a request that would store more gets"
                            + " 413"));

    /**
     * Reads the settings.
     *
     * @param bound returns the instance that the application has bound to a type
     * @throws StartupException naming the first setting that cannot be converted or is missing, and where it came from
     */
    public static SessionSettings of(Settings settings, Function<Class<?>, Optional<Object>> bound) {
        Duration timeout = Values.of(settings, TIMEOUT, "30m", Values.DURATION, Values::timeout);
        Duration maxAge = Values.of(settings, MAX_AGE, "24h", Values.DURATION, Values::timeout);
        return new SessionSettings(
                Values.of(settings, COOKIE, "session", "letters, digits, - and _", SessionSettings::cookieName),
                Values.of(settings, PERSISTENT, "false", "true or false", SessionSettings::flag),
                Values.of(
                        settings,
                        MAX_NEW_PER_ADDRESS,
                        "1000",
                        "a number from 0 to " + Attempts.MAX_ATTEMPTS,
                        SessionSettings::newPerAddress),
                new SessionOptions(
                        place(settings, bound),
                        timeout,
                        maxAge,
                        Values.of(settings, MAX_SESSIONS, "100000", Values.COUNT, Values::count),
                        Values.of(settings, MAX_SIZE, "64KiB", Values.SIZE, Values::size)));
    }

    private static Place place(Settings settings, Function<Class<?>, Optional<Object>> bound) {
        return switch (Values.of(settings, STORE, "memory", "memory, files or jdbc", SessionSettings::store)) {
            case "files" ->
                new Place.Files(settings.get(DIRECTORY, "a path", Path::of)
                        .orElseThrow(() -> new StartupException(STORE + " is files, and no directory is set. Set "
                                + DIRECTORY + " to one that no other program uses.")));
            case "jdbc" ->
                new Place.Jdbc(
                        settings.get(URL),
                        settings.get(USER),
                        settings.get(PASSWORD),
                        Values.of(settings, TABLE, TABLE_NAME, "letters, digits and _", SessionSettings::tableName),
                        bound);
            default -> new Place.Memory();
        };
    }

    private static String store(String text) {
        if (!List.of("memory", "files", "jdbc").contains(text)) {
            throw new IllegalArgumentException("no such store");
        }
        return text;
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    private static int newPerAddress(String text) {
        int count = Values.countOrZero(text);
        if (count > Attempts.MAX_ATTEMPTS) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }

    private static String cookieName(String text) {
        return matching(text, "[A-Za-z0-9_-]{1,64}");
    }

    private static String tableName(String text) {
        return matching(text, "[A-Za-z][A-Za-z0-9_]{0,63}");
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("other characters");
        }
        return text;
    }
}

package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.session.SessionListener;
import io.jetalyst.session.SessionOptions;
import io.jetalyst.session.SessionOptions.Place;
import io.jetalyst.session.SessionStore;
import io.jetalyst.session.StoredSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who has planted an id into a browser sends requests with it all the time, also in the moment in which its user signs in. */
class StoredSessionRaceTest {
    private static final String USER = "user";
    private static final int CLIENTS = 6;

    @TempDir
    private Path directory;

    private SessionStore open(String store) {
        Place place = switch (store) {
            case "files" -> new Place.Files(directory.resolve("files"));
            case "jdbc" ->
                new Place.Jdbc(
                        Optional.of("jdbc:h2:" + directory.resolve("sessions") + ";DB_CLOSE_DELAY=-1"),
                        Optional.empty(),
                        Optional.empty(),
                        "browser_sessions",
                        type -> Optional.empty());
            default -> new Place.Memory();
        };
        return new JettySessions()
                .open(
                        new SessionOptions(place, Duration.ofMinutes(30), Duration.ofDays(1), 100_000, 10_000),
                        new Unheard());
    }

    /** Nothing is bound to these sessions. */
    private record Unheard() implements SessionListener {
        @Override
        public void renewed(String oldId) {}

        @Override
        public void ended(String id) {}
    }

    @ParameterizedTest
    @CsvSource({"memory, 1000", "files, 60", "jdbc, 60"})
    void hidesSessionFromCallersThatKnowItsOldIdOnly(String kind, int rounds) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (SessionStore store = open(kind)) {
            for (int i = 0; i < rounds; i++) {
                signInDuringRequests(store, clients);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** A request of an attacker may renew the id of a session all the time, to keep it. */
    @ParameterizedTest
    @CsvSource({"memory, 500", "files, 60", "jdbc, 40"})
    void endsSessionWhoseIdIsRenewedMeanwhile(String kind, int rounds) throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (SessionStore store = open(kind)) {
            for (int i = 0; i < rounds; i++) {
                StoredSession session = store.create().orElseThrow();
                session.put(USER, "eve");
                Future<?> renewals = client.submit(() -> {
                    while (session.isValid()) {
                        session.renewId();
                    }
                });
                assertEquals(1, store.endIf(USER, "eve"::equals));
                renewals.get(30, TimeUnit.SECONDS);
                session.leave();
                assertEquals(0, store.endIf(USER, "eve"::equals));
            }
        } finally {
            client.shutdownNow();
        }
    }

    private static void signInDuringRequests(SessionStore store, ExecutorService clients) throws Exception {
        StoredSession session = store.create().orElseThrow();
        session.put("cart", "tea");
        String planted = session.id();
        AtomicBoolean ends = new AtomicBoolean();
        List<Future<List<String>>> requests = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            requests.add(clients.submit(() -> users(store, planted, ends)));
        }
        session.renewId();
        session.put(USER, "ada");
        assertEquals(Optional.of("ada"), session.get(USER));
        assertEquals(Optional.empty(), store.enter(planted).flatMap(entered -> entered.get(USER)));
        ends.set(true);
        for (Future<List<String>> request : requests) {
            assertEquals(
                    List.of(), request.get(30, TimeUnit.SECONDS), "the users that callers with the old id have seen");
        }
        session.leave();
        assertFalse(store.contains(planted));
        assertEquals(Optional.empty(), store.enter(planted));
        StoredSession again = store.enter(session.id()).orElseThrow();
        assertEquals(Optional.of("ada"), again.get(USER));
        again.invalidate();
        again.leave();
    }

    /** The users that requests with this id see. */
    private static List<String> users(SessionStore store, String id, AtomicBoolean ends) {
        List<String> users = new ArrayList<>();
        while (!ends.get()) {
            store.enter(id).ifPresent(session -> {
                session.get("cart");
                session.get(USER).ifPresent(users::add);
                session.leave();
            });
        }
        return users;
    }
}

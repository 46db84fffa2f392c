package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handshakes, while another request of the browser renews the id of the session. */
class RenewalTest {
    private static final int ROUNDS = 60;

    @TempDir
    private Path directory;

    private final MemoryDatabase database = new MemoryDatabase();

    @AfterEach
    void shutDown() throws SQLException {
        database.close();
    }

    private Stream<String> settings(String store) {
        return switch (store) {
            case "files" -> Stream.of("--session.directory=" + directory.resolve("files"));
            case "jdbc" -> Stream.of("--session.jdbc.url=" + database.url());
            default -> Stream.of();
        };
    }

    /** A socket that has begun with the old id closes: long before the next check of all sessions. */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "files", "jdbc"})
    void closesSocketsOfSessionWhoseIdIsRenewed(String store) throws Exception {
        String[] arguments = Stream.concat(Stream.of("--port=0", "--session.store=" + store), settings(store))
                .toArray(String[]::new);
        try (RunningApp app = App.builder().args(arguments).build().start()) {
            for (int i = 0; i < ROUNDS; i++) {
                renewDuringHandshakes(app);
            }
        }
    }

    private static void renewDuringHandshakes(RunningApp app) throws Exception {
        Browser ada = new Browser();
        ada.post(app.uri(), "/sign-in", "user", "ada");
        String cookie = ada.cookie();
        TextSocket before = TextSocket.open(app.uri(), "/user", cookie).get(30, TimeUnit.SECONDS);
        assertEquals("ada", before.next());
        CompletableFuture<TextSocket> first = TextSocket.open(app.uri(), "/user", cookie);
        CompletableFuture<TextSocket> second = TextSocket.open(app.uri(), "/user", cookie);
        ada.post(app.uri(), "/sign-in", "user", "grace");
        assertEquals(1012, before.awaitClose());
        assertHasNoAccess(first.get(30, TimeUnit.SECONDS));
        assertHasNoAccess(second.get(30, TimeUnit.SECONDS));
        TextSocket after = TextSocket.open(app.uri(), "/user", ada.cookie()).get(30, TimeUnit.SECONDS);
        assertEquals("grace", after.next());
        ada.post(app.uri(), "/sign-out", "", "");
        assertEquals(1008, after.awaitClose());
    }

    /** The handshake came before the new id, or found no session. */
    private static void assertHasNoAccess(TextSocket socket) throws Exception {
        if (!socket.next().equals("nobody")) {
            assertEquals(1012, socket.awaitClose());
        }
    }
}

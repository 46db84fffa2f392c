package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and handshakes, while another request of the browser renews the id of the session. */
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

    private RunningApp start(String store) {
        String[] arguments = Stream.concat(Stream.of("--port=0", "--session.store=" + store), settings(store))
                .toArray(String[]::new);
        return App.builder().args(arguments).build().start();
    }

    /** Somebody who has planted an id may send a request with it that ends after the sign-in. */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "files", "jdbc"})
    void hidesSessionFromRequestWhenAnotherOneRenewsItsId(String store) {
        try (RunningApp app = start(store)) {
            assertEquals("nobody", afterRenewal(app, new Browser(), "read").body());
            HttpResponse<String> put = afterRenewal(app, new Browser(), "put");
            assertEquals(409, put.statusCode());
            assertEquals(List.of(), put.headers().allValues("Set-Cookie"));
            Browser eve = new Browser();
            assertEquals("eve", afterRenewal(app, eve, "sign-in").body());
            assertEquals("none", eve.get(app.uri(), "/cart"));
            assertEquals(
                    "3",
                    eve.post(app.uri(), "/sign-out-everywhere", "user", "grace").body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "files", "jdbc"})
    void endsSessionAtSignOutAlthoughAnotherRequestRenewsItsId(String store) {
        try (RunningApp app = start(store)) {
            Browser ada = new Browser();
            assertEquals("nobody", afterRenewal(app, ada, "sign-out").body());
            assertEquals("session=", ada.cookie());
            assertEquals(
                    "0",
                    ada.post(app.uri(), "/sign-out-everywhere", "user", "grace").body());
        }
    }

    /** The response to a request during which another one signs grace in, in the same session. */
    private static HttpResponse<String> afterRenewal(RunningApp app, Browser browser, String action) {
        browser.post(app.uri(), "/cart", "article", "tea");
        return browser.post(app.uri(), "/renewed-meanwhile/" + action, "", "");
    }

    /** A socket that has begun with the old id closes: long before the next check of all sessions. */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "files", "jdbc"})
    void closesSocketsOfSessionWhoseIdIsRenewed(String store) throws Exception {
        try (RunningApp app = start(store)) {
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

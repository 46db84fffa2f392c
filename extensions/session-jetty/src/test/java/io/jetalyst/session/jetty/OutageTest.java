package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails while the application runs. */
class OutageTest {
    @TempDir
    private Path directory;

    private final MemoryDatabase memory = new MemoryDatabase();
    private final BreakableSource database = new BreakableSource(memory.url());
    private RunningApp app;
    private final Browser ada = new Browser();

    @BeforeEach
    void signIn() {
        app = App.builder()
                .args("--port=0", "--session.store=jdbc", "--session.max-sessions=3")
                .bind(DataSource.class, database)
                .build()
                .start();
        ada.post(app.uri(), "/sign-in", "user", "ada");
    }

    @AfterEach
    void stop() throws SQLException {
        database.fail(BreakableSource.NOTHING);
        app.close();
        memory.close();
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertEquals(503, response.statusCode(), response.body());
        assertEquals("5", response.headers().firstValue("Retry-After").orElse(""));
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of(), response.headers().allValues("Set-Cookie"));
    }

    private HttpResponse<String> get(String path) {
        return ada.send(HttpRequest.newBuilder(app.uri().resolve(path)));
    }

    @Test
    void answersReadsWith503() {
        database.fail(BreakableSource.EVERYTHING);
        assertUnavailable(get("/user"));
        database.fail(BreakableSource.NOTHING);
        assertEquals("ada", get("/user").body());
    }

    @Test
    void answersWritesWith503AndKeepsEarlierValue() {
        database.fail("update");
        assertUnavailable(ada.post(app.uri(), "/value/user", "text", "eve"));
        database.fail(BreakableSource.NOTHING);
        assertEquals("ada", get("/user").body());
        assertEquals(204, ada.post(app.uri(), "/value/user", "text", "grace").statusCode());
        assertEquals("grace", get("/user").body());
    }

    @Test
    void createsNoSessionThatCannotBeStored() {
        database.fail("insert");
        assertUnavailable(new Browser().post(app.uri(), "/sign-in", "user", "bob"));
    }

    @Test
    void countsNoSessionThatCouldNotBeStored() {
        database.fail("insert", "delete");
        for (int i = 0; i < 3; i++) {
            assertUnavailable(new Browser().post(app.uri(), "/sign-in", "user", "bob"));
        }
        database.fail(BreakableSource.NOTHING);
        assertEquals(
                204, new Browser().post(app.uri(), "/sign-in", "user", "bob").statusCode());
    }

    /** Otherwise the user would believe that the session has ended. */
    @Test
    void answersSignOutWith503AndKeepsSession() {
        database.fail("delete");
        assertUnavailable(ada.post(app.uri(), "/sign-out", "", ""));
        database.fail(BreakableSource.NOTHING);
        assertEquals("ada", get("/user").body());
        assertEquals(204, ada.post(app.uri(), "/sign-out", "", "").statusCode());
        assertEquals("nobody", get("/user").body());
    }

    @Test
    void answersSignInWith503AndKeepsId() {
        database.fail("update");
        assertUnavailable(ada.post(app.uri(), "/sign-in", "user", "grace"));
        database.fail(BreakableSource.NOTHING);
        assertEquals("ada", get("/user").body());
        assertEquals(204, ada.post(app.uri(), "/sign-in", "user", "grace").statusCode());
        assertEquals("grace", get("/user").body());
    }

    @Test
    void closesBodyOfResponseThatCannotBeBoundToTheSession() {
        int before = OutageController.CLOSED.get();
        database.fail(BreakableSource.EVERYTHING);
        assertUnavailable(get("/outage/events"));
        assertEquals(before + 1, OutageController.CLOSED.get());
    }

    @Test
    void answersHandshakeThatCannotBeBoundToTheSession() {
        database.fail(BreakableSource.EVERYTHING);
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> TextSocket.open(app.uri(), "/outage/socket", ada.cookie()).get(30, TimeUnit.SECONDS));
        WebSocketHandshakeException cause = (WebSocketHandshakeException) refused.getCause();
        assertEquals(503, cause.getResponse().statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/value/user", "/sign-in"})
    void keepsFileWhenNoOtherCanBeWritten(String path) throws Exception {
        Path files = directory.resolve("files");
        Path moved = directory.resolve("moved");
        String[] arguments = {"--port=0", "--session.store=files", "--session.directory=" + files};
        Browser bob = new Browser();
        try (RunningApp server = App.builder().args(arguments).build().start()) {
            bob.post(server.uri(), "/sign-in", "user", "bob");
            Files.move(files, moved);
            String field = path.equals("/sign-in") ? "user" : "text";
            assertUnavailable(bob.post(server.uri(), path, field, "eve"));
            Files.move(moved, files);
            assertEquals("bob", bob.get(server.uri(), "/user"));
        }
        try (RunningApp server = App.builder().args(arguments).build().start()) {
            assertEquals("bob", bob.get(server.uri(), "/user"));
        }
    }
}

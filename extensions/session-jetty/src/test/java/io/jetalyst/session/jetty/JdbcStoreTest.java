package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcStoreTest extends StoredContract {
    private final MemoryDatabase database = new MemoryDatabase();

    @AfterEach
    void shutDown() throws SQLException {
        database.close();
    }

    @Override
    Stream<String> settings() {
        return Stream.of("--session.store=jdbc", "--session.jdbc.url=" + database.url());
    }

    /** Two processes with one database: what one stores or ends, the other sees at its next request. */
    @Test
    void sharesSessionsBetweenServers() {
        try (RunningApp first = start();
                RunningApp second = start()) {
            Browser ada = new Browser();
            ada.post(first.uri(), "/sign-in", "user", "ada");
            assertEquals("ada", ada.get(second.uri(), "/user"));
            ada.post(second.uri(), "/cart", "article", "tea");
            assertEquals("tea", ada.get(first.uri(), "/cart"));
            String cookie = ada.cookie();
            ada.post(second.uri(), "/sign-out", "", "");
            assertEquals("nobody", new Browser(cookie).get(first.uri(), "/user"));
        }
    }

    /** The session stays in the memory of the first server while a request is in it: an attacker may send such a request as slowly as the server allows. */
    @ParameterizedTest
    @CsvSource({"/sign-out, /user, nobody", "/value/text, /value/text, theirs", "/remove/before, /value/before, none"})
    void seesChangesOfAnotherServerDuringLongRequest(String path, String read, String expected) {
        try (RunningApp first = start();
                RunningApp second = start()) {
            Browser ada = new Browser();
            ada.post(first.uri(), "/sign-in", "user", "ada");
            ada.post(first.uri(), "/value/before", "text", "before");
            String form = "server=" + URLEncoder.encode(second.uri().toString(), StandardCharsets.UTF_8) + "&path="
                    + path + "&read=" + read;
            assertEquals(
                    expected,
                    ada.send(HttpRequest.newBuilder(first.uri().resolve("/afterwards"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form)))
                            .body());
            assertEquals(expected, ada.get(first.uri(), read));
        }
    }

    /** Each process writes the values that it has changed, and keeps those that another has stored meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"ours", "renew"})
    void keepsValuesThatAnotherServerStoresMeanwhile(String name) {
        try (RunningApp first = start();
                RunningApp second = start()) {
            Browser ada = new Browser();
            ada.post(first.uri(), "/value/before", "text", "kept");
            ada.post(first.uri(), "/value/removed", "text", "kept");
            assertEquals(204, meanwhile(ada, first, second, name, "/value/theirs"));
            assertEquals(204, meanwhile(ada, first, second, name, "/remove/removed"));
            for (RunningApp server : List.of(first, second)) {
                assertEquals("theirs", ada.get(server.uri(), "/value/theirs"));
                assertEquals("kept", ada.get(server.uri(), "/value/before"));
                assertEquals("none", ada.get(server.uri(), "/value/removed"));
            }
            assertEquals(name.equals("ours") ? "ours" : "none", ada.get(second.uri(), "/value/ours"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "renew"})
    void storesNothingInSessionThatAnotherServerEndsMeanwhile(String name) {
        try (RunningApp first = start();
                RunningApp second = start()) {
            Browser ada = new Browser();
            ada.post(first.uri(), "/sign-in", "user", "ada");
            String cookie = ada.cookie();
            assertEquals(204, meanwhile(ada, first, second, name, "/sign-out"));
            for (RunningApp server : List.of(first, second)) {
                assertEquals("nobody", new Browser(cookie).get(server.uri(), "/user"));
                assertEquals("nobody", ada.get(server.uri(), "/user"));
            }
        }
    }

    /** Sends a request to one server, whose method sends another one to the other server. */
    private static int meanwhile(Browser browser, RunningApp first, RunningApp second, String name, String path) {
        String form = "server=" + URLEncoder.encode(second.uri().toString(), StandardCharsets.UTF_8) + "&path=" + path;
        return browser.send(HttpRequest.newBuilder(first.uri().resolve("/meanwhile/" + name))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .statusCode();
    }

    @Test
    void refusesFurtherSessions() {
        try (RunningApp first = start("--session.max-sessions=2")) {
            Browser ada = new Browser();
            ada.post(first.uri(), "/sign-in", "user", "ada");
            new Browser().post(first.uri(), "/sign-in", "user", "bob");
            assertEquals(
                    503,
                    new Browser().post(first.uri(), "/sign-in", "user", "eve").statusCode());
            assertEquals("ada", ada.get(first.uri(), "/user"));
        }
        try (RunningApp second = start("--session.max-sessions=2")) {
            assertEquals(
                    503,
                    new Browser().post(second.uri(), "/sign-in", "user", "eve").statusCode());
        }
    }

    @Test
    void refusesToStartWithoutDatabase() {
        StartupException refused = assertThrows(
                StartupException.class,
                () -> App.builder()
                        .args("--port=0", "--session.store=jdbc")
                        .build()
                        .start());
        assertEquals(
                "session.store is jdbc, and there is no database. Set session.jdbc.url, or bind a pool with"
                        + " .bind(DataSource.class, …).",
                refused.getMessage());
    }
}

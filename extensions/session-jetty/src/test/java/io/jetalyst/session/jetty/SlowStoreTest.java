package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that writes more slowly than requests use sessions. */
@Timeout(120)
class SlowStoreTest {
    /** More than the sessions that may wait, and those that the threads are writing. */
    private static final int MANY = 2_010;

    @TempDir
    private Path directory;

    private BreakableSource database;
    private RunningApp app;
    private final Browser ada = new Browser();

    @BeforeEach
    void signIn() {
        database = new BreakableSource("jdbc:h2:" + directory.resolve("sessions") + ";DB_CLOSE_DELAY=-1");
        app = App.builder()
                .args(
                        "--port=0",
                        "--session.store=jdbc",
                        "--session.timeout=2m", // so short that each use is written
                        "--session.max-new-per-address=0")
                .bind(DataSource.class, database)
                .build()
                .start();
        ada.post(app.uri(), "/sign-in", "user", "ada");
    }

    @AfterEach
    void stop() {
        database.release();
        app.close();
    }

    private int signIn(Browser browser, String user) {
        return browser.post(app.uri(), "/sign-in", "user", user).statusCode();
    }

    private HttpResponse<String> user(Browser browser) {
        return browser.send(HttpRequest.newBuilder(app.uri().resolve("/user")));
    }

    @Test
    void answersRequestsWithSessionsWith503WhileTooManySessionsWait() {
        database.hold("update");
        int accepted = 0;
        while (accepted < MANY && signIn(new Browser(), "bob") == 204) {
            accepted++;
        }
        assertEquals(503, signIn(new Browser(), "bob"), "after " + accepted + " sessions");
        HttpResponse<String> refused = user(ada);
        assertEquals(503, refused.statusCode());
        assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals("nobody", user(new Browser()).body(), "without a session");
        database.release();
        HttpResponse<String> answer = user(ada);
        while (answer.statusCode() == 503) {
            answer = user(ada); // until enough sessions are written
        }
        assertEquals("ada", answer.body());
    }
}

package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sockets of one process find the sessions that another process has ended, also after a failure of the database. */
@Timeout(120)
class CheckOutageTest {
    @TempDir
    private Path directory;

    private BreakableSource database;
    private RunningApp app;
    private RunningApp other;

    @BeforeEach
    void start() {
        String url = "jdbc:h2:" + directory.resolve("sessions") + ";DB_CLOSE_DELAY=-1";
        database = new BreakableSource(url);
        app = start(database);
        other = start(new BreakableSource(url));
    }

    private static RunningApp start(DataSource source) {
        return App.builder()
                .args("--port=0", "--session.store=jdbc", "--session.timeout=20s") // a check every five seconds
                .bind(DataSource.class, source)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        database.failFor(BreakableSource.NOTHING);
        app.close();
        other.close();
    }

    private Browser signedIn(String user) {
        Browser browser = new Browser();
        browser.post(app.uri(), "/sign-in", "user", user);
        return browser;
    }

    private TextSocket open(Browser browser) throws Exception {
        TextSocket socket =
                TextSocket.open(app.uri(), "/user", browser.cookie()).get(30, TimeUnit.SECONDS);
        socket.next();
        return socket;
    }

    @Test
    void checksOtherSessionsWhenTheCheckOfOneFailsAndThatOneLater() throws Exception {
        Browser ada = signedIn("ada");
        TextSocket first = open(ada);
        List<TextSocket> others = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            others.add(open(signedIn("bob")));
        }
        database.failFor(ada.cookie().substring(ada.cookie().indexOf('=') + 1));

        new Browser().post(other.uri(), "/sign-out-everywhere", "user", "bob");
        new Browser().post(other.uri(), "/sign-out-everywhere", "user", "ada");

        for (TextSocket socket : others) {
            assertEquals(1008, socket.awaitClose());
        }
        database.failFor(BreakableSource.NOTHING);
        assertEquals(1008, first.awaitClose());
    }
}

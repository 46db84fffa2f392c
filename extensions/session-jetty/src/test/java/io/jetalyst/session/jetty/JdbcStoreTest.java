package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.RunningApp;
import io.jetalyst.config.StartupException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcStoreTest extends StoredContract {
    @TempDir
    private Path directory;

    @Override
    Stream<String> settings() {
        return Stream.of("--session.store=jdbc", "--session.jdbc.url=" + url());
    }

    private String url() {
        return "jdbc:h2:" + directory.resolve("sessions") + ";DB_CLOSE_DELAY=-1";
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

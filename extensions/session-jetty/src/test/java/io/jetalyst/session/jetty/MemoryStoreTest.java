package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    @Override
    Stream<String> settings() {
        return Stream.of();
    }

    @Test
    void refusesFurtherSessions() {
        try (RunningApp app = start("--session.max-sessions=2")) {
            Browser ada = new Browser();
            ada.post(app.uri(), "/sign-in", "user", "ada");
            new Browser().post(app.uri(), "/sign-in", "user", "bob");
            assertEquals(
                    503,
                    new Browser().post(app.uri(), "/sign-in", "user", "eve").statusCode());
            assertEquals("home", new Browser().get(app.uri(), "/"));
            ada.post(app.uri(), "/sign-out", "", "");
            assertEquals(
                    204,
                    new Browser().post(app.uri(), "/sign-in", "user", "eve").statusCode());
        }
    }
}

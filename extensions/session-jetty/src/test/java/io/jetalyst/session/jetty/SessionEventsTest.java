package io.jetalyst.session.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.App;
import io.jetalyst.security.Identity;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestEvents;
import io.jetalyst.testkit.TestHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Server-sent events, and the sessions that their requests have used. */
class SessionEventsTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(
                    arguments -> App.builder().args(arguments).build())
            .withIdentities()
            .timeout(Duration.ofSeconds(30));

    /** An identity such as that of a token. */
    private record Expiring(String name, Set<String> roles, Instant end) implements Identity {
        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(end);
        }
    }

    private static TestHttp signedIn(TestHttp http) {
        TestHttp browser = http.withCookies();
        browser.form("/sign-in").field("user", "ada").post().expect(204);
        return browser;
    }

    private static TestEvents open(TestHttp browser, String path) {
        TestEvents events = browser.events(path);
        assertEquals("ada", events.next().data());
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events", "/stream-events"})
    void endsAllEventsWhenBrowserSignsOut(String path, TestHttp http) {
        TestHttp browser = signedIn(http);
        TestEvents first = open(browser, path);
        TestEvents second = open(browser, path);
        browser.post("/sign-out", "").expect(204);
        first.awaitEnd();
        second.awaitEnd();
    }

    @Test
    void endsEventsWhenIdIsRenewed(TestHttp http) {
        TestHttp browser = signedIn(http);
        TestEvents events = open(browser, "/events");
        browser.form("/sign-in").field("user", "grace").post().expect(204);
        events.awaitEnd();
        assertEquals("grace", browser.events("/events").next().data());
    }

    @Test
    void endsEventsWhoseSessionEndsWhileTheMethodRuns(TestHttp http) {
        TestHttp browser = signedIn(http);
        browser.stream("/signed-out-meanwhile/events").rest();
    }

    @Test
    void continuesEventsThatUseNoSession(TestHttp http) {
        TestHttp browser = signedIn(http);
        TestEvents ended = open(browser, "/events");
        TestEvents without = browser.events("/open-events");
        assertEquals("open", without.next().data());
        browser.post("/sign-out", "").expect(204);
        ended.awaitEnd();
        http.form("/publish").field("text", "news").post().expect(204);
        assertEquals("news", without.next().data());
    }

    @Test
    void endsEventsWhenIdentityExpires(TestHttp http) {
        Identity expiring = new Expiring("ada", Set.of(), Instant.now().plusSeconds(3));
        open(http.as(expiring), "/identity-events").awaitEnd();
    }
}

package io.jetalyst.testkit.tests.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stream that stays silent for longer than the timeout. */
class SilentStreamTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Desk::app, "--server.stop-timeout=100ms").timeout(Duration.ofSeconds(2));

    @Test
    void failsAfterTheTimeout(TestHttp http) {
        TestStream lines = http.stream("/desk/pushed?type=text/plain");
        assertEquals(": first", lines.next());
        assertEquals("""
                GET /desk/pushed?type=text/plain: waited 2 s for a line, which did not arrive.
                Read:
                  : first""", assertThrows(AssertionError.class, lines::next).getMessage());
    }
}

package io.jetalyst.testkit.tests.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestEvent;
import io.jetalyst.testkit.TestEvents;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/** Contents that a test reads while the application sends them. */
class StreamsTest {
    private static final String LINES = "/desk/pushed?type=text/plain";
    private static final String EVENTS = "/desk/pushed?type=text/event-stream";

    @RegisterExtension
    final TestApp app = TestApp.of(Desk::app);

    private static void push(TestHttp http, String text) {
        http.post("/desk/push", text).expect(204);
    }

    private static String failure(Executable test) {
        return assertThrows(AssertionError.class, test).getMessage();
    }

    @Test
    void readsEachLineAsItArrives(TestHttp http) {
        TestStream lines = http.stream(LINES).expect(200);
        assertEquals(": first", lines.next());
        push(http, "{\"name\":\"Ada\",\"age\":36}\r\nab");
        assertEquals(new Guest("Ada", 36), lines.next(Guest.class));
        push(http, "cd\nef\n\n");
        assertEquals("abcd", lines.next());
        push(http, "end");
        assertEquals(List.of("ef", ""), lines.rest());
        assertEquals(List.of(), lines.rest());
    }

    @Test
    void readsServerSentEvents(TestHttp http) {
        TestEvents events = http.events(EVENTS, "Last-Event-ID", "41");
        push(http, "id: 42\nevent: edit\ndata: one\ndata:two\n\n");
        assertEquals(new TestEvent("edit", "42", "one\ntwo"), events.next());
        push(http, ": a comment\n\nevent: none\n\nretry: 1500\ndata: {\"name\":\"Ada\",\"age\":36}\n\n");
        assertEquals(new Guest("Ada", 36), events.next(Guest.class));
        assertEquals(Optional.of(Duration.ofMillis(1500)), events.reconnectionTime());
        push(http, "data\n\n");
        assertEquals(new TestEvent("message", "42", ""), events.next());
        push(http, "data: unfinished");
        push(http, "end");
        events.awaitEnd();
    }

    @Test
    void reportsLinesInFailures(TestHttp http) {
        TestStream lines = http.stream(LINES);
        assertEquals(": first", lines.next());
        push(http, "x\n");
        assertEquals("""
                GET /desk/pushed?type=text/plain: the test expects JSON of Guest, but read x.
                Read:
                  : first
                  x""", failure(() -> lines.next(Guest.class)));
        push(http, "end");
        assertTrue(failure(lines::next)
                .startsWith(
                        "GET /desk/pushed?type=text/plain: the content has ended, but the test waits for a line.\n"));
    }

    @Test
    void reportsConnectionThatFails(TestHttp http) {
        TestEvents events = http.events(EVENTS);
        push(http, "cut");
        assertTrue(failure(events::next)
                .startsWith("GET " + EVENTS + ": the connection failed while the test waited for an event.\nRead:"));
    }

    @Test
    void reportsResponseWithoutEvents(TestHttp http) {
        assertTrue(failure(() -> http.events("/desk/guests/all"))
                .startsWith("expected server-sent events: GET /desk/guests/all was answered with 406\n"));
        assertTrue(failure(() -> http.events("/desk/nowhere")).contains("\n\n{\"type\":\"about:blank\""));
        assertTrue(failure(() -> http.stream("/desk/nowhere").expect(200))
                .startsWith("expected status 200: GET /desk/nowhere was answered with 404\n"));
    }

    @Test
    void reportsEventInsteadOfEnd(TestHttp http) {
        TestEvents events = http.events(EVENTS);
        push(http, "data: more\n\n");
        assertTrue(failure(events::awaitEnd).contains("waits for the end of the events, but read TestEvent"));
        events.close();
        push(http, "end"); // for which the stop of the application waits
    }
}

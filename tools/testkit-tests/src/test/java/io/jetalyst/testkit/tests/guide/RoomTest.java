package io.jetalyst.testkit.tests.guide;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide shows this test. */
class RoomTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app).timeout(Duration.ofSeconds(5));

    @Test
    void publishesJoinAndLeave(TestSockets sockets) {
        TestSocket ada = sockets.open("/rooms/tea?who=Ada");
        TestSocket bob = sockets.open("/rooms/tea?who=Bob").send("hello");

        assertEquals("Bob: hello", ada.await(String.class, text -> text.startsWith("Bob:")));
        assertEquals(new Closed(1000, ""), bob.close().awaitClose());
        assertEquals("Bob left", ada.await(String.class, text -> text.endsWith(" left")));
    }

    @Test
    void closesSessionThatSendsUnmaskedFrame(TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/rooms/tea?who=Mallory");
        raw.write(raw.unmasked(FIN | TEXT, (byte) 'a'));
        assertEquals(1002, raw.readClose());
    }
}

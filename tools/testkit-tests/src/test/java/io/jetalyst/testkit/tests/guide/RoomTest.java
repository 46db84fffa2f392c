package io.jetalyst.testkit.tests.guide;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.guide.RoomController.Said;
import io.jetalyst.testkit.tests.guide.RoomController.Say;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide shows this test. */
class RoomTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app).timeout(Duration.ofSeconds(20));

    @Test
    void publishesToTheRoomOnly(TestSockets sockets) {
        TestSocket ada = sockets.open("/rooms/tea/Ada");
        assertEquals(new Said("Ada", "joined"), ada.next(Said.class));
        TestSocket eve = sockets.open("/rooms/garden/Eve");
        TestSocket bob = sockets.open("/rooms/tea/Bob");
        bob.sendJson(new Say("hello"));

        assertEquals(new Said("Bob", "joined"), ada.next(Said.class));
        assertEquals(new Said("Bob", "hello"), ada.next(Said.class));
        assertEquals(new Said("Bob", "joined"), bob.next(Said.class));
        assertEquals(new Said("Bob", "hello"), bob.next(Said.class));
        assertEquals(new Closed(1000, ""), bob.close().awaitClose());
        assertEquals(new Said("Bob", "left"), ada.next(Said.class));

        eve.sendJson(new Say("is anybody here?"));
        assertEquals(new Said("Eve", "joined"), eve.next(Said.class));
        assertEquals(new Said("Eve", "is anybody here?"), eve.next(Said.class));
    }

    @Test
    void closesSessionThatSendsUnmaskedFrame(TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/rooms/tea/Mallory");
        raw.write(raw.unmasked(FIN | TEXT, (byte) 'a'));
        assertEquals(1002, raw.readClose());
    }
}

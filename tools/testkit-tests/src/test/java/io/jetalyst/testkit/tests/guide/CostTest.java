package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Limits, compression, and non-blocking listeners. */
class CostTest {
    private static final int COMPRESSED = 0x40;

    @RegisterExtension
    static final TestApp APP = TestApp.of(Guide::app);

    @Test
    void closesSessionThatSendsTooLongMessage(TestSockets sockets) {
        assertEquals("noted", sockets.open("/notes").send("x".repeat(1000)).next(String.class));
        assertEquals(
                1009, sockets.open("/notes").send("x".repeat(1001)).awaitClose().code());
    }

    @Test
    void compressesTextIfTheClientOffersIt(TestSockets sockets) throws Exception {
        String text = "Rain\n".repeat(1000);
        assertEquals(text, sockets.open("/reports").send("Rain").next(String.class));

        RawSocket raw = sockets.raw("/reports", "Sec-WebSocket-Extensions", "permessage-deflate");
        raw.text("Rain");
        RawSocket.Frame frame = raw.read();
        assertEquals(COMPRESSED, frame.firstByte() & COMPRESSED);
        assertTrue(frame.payload().length < 100, frame.toString());
    }

    @Test
    void waitsForStageWithoutBlockingAThread(TestSockets sockets) {
        assertEquals("Sun in Paris", sockets.open("/weather").send("Paris").next(String.class));
    }
}

package io.jetalyst.testkit.tests.guide;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages in parts, in both directions. */
class FileTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(Guide::app);

    @Test
    void receivesLongMessageInParts(TestSockets sockets) throws Exception {
        byte[] part = new byte[8192];
        CRC32 sum = new CRC32();
        RawSocket raw = sockets.raw("/checksum");
        for (int i = 0; i < 20; i++) { // the message is longer than maxMessageBytes, which limits frames here
            raw.frame(i == 0 ? BINARY : i == 19 ? FIN | CONTINUATION : CONTINUATION, part);
            sum.update(part);
        }
        assertEquals(Long.toHexString(sum.getValue()), raw.read().text());
        raw.frame(FIN | BINARY, new byte[8193]);
        assertEquals(1009, raw.readClose());
    }

    @Test
    void streamsMessageInParts(TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/squares");
        raw.text("2");
        RawSocket.Frame head = raw.read();
        assertEquals("n,square\n", head.text());
        assertFalse(head.last());
        assertEquals("1,1\n", raw.read().text());
        assertEquals("2,4\n", raw.read().text());
        assertTrue(raw.read().last());
    }

    @Test
    void deliversStreamedMessageAsOneMessage(TestSockets sockets) {
        assertEquals(
                "n,square\n1,1\n2,4\n3,9\n", sockets.open("/squares").send("3").next(String.class));
    }
}

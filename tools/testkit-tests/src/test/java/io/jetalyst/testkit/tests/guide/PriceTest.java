package io.jetalyst.testkit.tests.guide;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slow clients, with each overflow policy. */
class PriceTest {
    /** So long that the network does not take four hundred of it for a client that does not read. */
    private static final String LONG = "x".repeat(60_000);

    private static final String LAST = "400";

    @RegisterExtension
    static final TestApp APP = TestApp.of(Guide::app);

    /** Asks for the messages; the client reads nothing before. */
    private static RawSocket asked(TestSockets sockets, String path) throws Exception {
        RawSocket raw = sockets.rawWithSmallBuffers(path);
        raw.text(LONG);
        return raw;
    }

    private static String number(RawSocket.Frame frame) {
        return frame.text().split(" ", 2)[0];
    }

    @Test
    void deliversEveryMessageToSenderThatWaitsForStages(TestSockets sockets) throws Exception {
        RawSocket raw = asked(sockets, "/copies");
        for (int n = 1; n <= 400; n++) {
            assertEquals(Integer.toString(n), number(raw.read()));
        }
    }

    @Test
    void closesSlowClientByDefault(TestSockets sockets) throws Exception {
        assertEquals(1013, asked(sockets, "/hasty").readClose());
    }

    @Test
    void dropsOldestMessages(TestSockets sockets) throws Exception {
        RawSocket raw = asked(sockets, "/prices");
        int came = 0;
        String number = "";
        while (!number.equals(LAST)) {
            RawSocket.Frame frame = raw.read();
            if (frame.opcode() == RawSocket.TEXT) {
                number = number(frame);
                came++;
            }
        }
        assertTrue(came < 400, "all came");
    }

    @Test
    void failsNewMessages(TestSockets sockets) throws Exception {
        RawSocket raw = asked(sockets, "/polite");
        raw.frame(FIN | PONG); // received after the listener of the text has returned
        int came = 0;
        String text = raw.read().text();
        for (int last = 0; !text.startsWith("You missed "); text = raw.read().text()) {
            int number = Integer.parseInt(text.split(" ", 2)[0]);
            assertTrue(number > last, text.substring(0, 5));
            last = number;
            came++;
        }
        assertTrue(came < 400, "all came");
        assertEquals("You missed " + (400 - came), text);
    }

    @Test
    void skipsMessagesWhileTheQueueIsLong(TestSockets sockets) throws Exception {
        RawSocket raw = asked(sockets, "/positions");
        raw.frame(FIN | PONG);
        int came = 0;
        while (!raw.read().text().equals("That was all")) {
            came++;
        }
        assertTrue(came > 0 && came < 400, "all came, or none");
    }
}

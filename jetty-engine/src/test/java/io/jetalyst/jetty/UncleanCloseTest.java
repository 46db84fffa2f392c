package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that do not close as RFC 6455 §7 requires: the session ends in time, and {@code onClose} is called once. */
@Timeout(30)
class UncleanCloseTest {
    private static final byte[] BYE = "bye".getBytes(StandardCharsets.US_ASCII);
    private static final CloseStatus BY_CLIENT = new CloseStatus(4000, "bye", Cause.CLIENT);
    private static final CloseStatus BY_SERVER = new CloseStatus(4001, "out", Cause.SERVER);

    private static final Diary DIARY = new Diary();
    private static final AtomicInteger TEXTS = new AtomicInteger();

    @RegisterExtension
    static final TestApp APP = SocketTable.app(handshake -> DIARY.of(handshake).onText((session, text) -> {
        if (text.equals("close")) {
            session.close(4001, "out");
        } else {
            TEXTS.incrementAndGet();
        }
    }));

    private RawSocket raw;

    @BeforeEach
    void open(TestSockets sockets) throws IOException {
        raw = sockets.raw("/socket");
    }

    @AfterEach
    void endedOnceAndHeardNothing() {
        DIARY.assertNothingMore();
        assertEquals(0, TEXTS.get());
    }

    private void assertEnd(CloseStatus status) throws Exception {
        assertEquals(status, DIARY.await().status());
    }

    @Test
    void ignoresDataAfterTheClientsClose() throws Exception {
        byte[] close = raw.masked(FIN | RawSocket.CLOSE, payload(4000));
        byte[] text = raw.masked(FIN | RawSocket.TEXT, (byte) 'x');
        raw.write(join(close, text, text, close));
        assertEquals(4000, raw.read().code());
        raw.awaitEnd();
        assertEnd(BY_CLIENT);
    }

    @Test
    void aClientMayHalfCloseAfterItsCloseFrame() throws Exception {
        raw.closeFrame(4000, BYE);
        raw.halfClose();
        assertEquals(4000, raw.read().code());
        raw.awaitEnd();
        assertEnd(BY_CLIENT);
    }

    @Test
    void aClientMayBreakTheConnectionAfterItsCloseFrame() throws Exception {
        raw.closeFrame(4000, BYE);
        raw.reset();
        CloseStatus status = DIARY.await().status();
        // A reset may overtake what was sent before it.
        assertTrue(status.equals(BY_CLIENT) || status.code() == CloseStatus.ABNORMAL, status::toString);
    }

    @Test
    void aClientMayHalfCloseInsteadOfAnsweringOurClose() throws Exception {
        raw.text("close");
        assertEquals(4001, raw.read().code());
        raw.halfClose();
        raw.awaitEnd();
        assertEnd(BY_SERVER);
    }

    @Test
    void aClientMayBreakTheConnectionInsteadOfAnsweringOurClose() throws Exception {
        raw.text("close");
        assertEquals(4001, raw.read().code());
        raw.reset();
        assertEnd(BY_SERVER);
    }

    @Test
    void aClientMayAnswerOurCloseWithAnotherCodeOrNone() throws Exception {
        raw.text("close");
        assertEquals(4001, raw.read().code());
        raw.frame(FIN | RawSocket.CLOSE);
        raw.awaitEnd();
        assertEnd(BY_SERVER);
    }

    @Test
    void aBrokenAnswerToOurCloseChangesNothing() throws Exception {
        raw.text("close");
        assertEquals(4001, raw.read().code());
        raw.closeFrame(1005);
        raw.awaitEnd();
        assertEnd(BY_SERVER);
    }

    @Test
    void bothMayCloseAtOnce() throws Exception {
        raw.write(join(
                raw.masked(FIN | RawSocket.TEXT, "close".getBytes(StandardCharsets.US_ASCII)),
                raw.masked(FIN | RawSocket.CLOSE, payload(4000))));
        assertEquals(4001, raw.read().code());
        raw.awaitEnd();
        assertEnd(BY_SERVER);
    }

    /** The one is silent, the other sends what it likes, the third reads nothing of what comes before the close. */
    @Test
    void whoNeverAnswersOurCloseIsCutWithinTheCloseTimeout(TestSockets sockets) throws Exception {
        List<RawSocket> stubborn =
                new ArrayList<>(List.of(raw, sockets.raw("/socket"), sockets.rawWithSmallBuffers("/socket")));
        long begin = System.nanoTime();
        for (RawSocket one : stubborn) {
            one.text("close");
        }
        assertEquals(4001, stubborn.get(1).read().code());
        talkUntilCut(stubborn.get(1));
        for (RawSocket one : stubborn) {
            one.awaitEnd();
            assertEnd(BY_SERVER);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        assertTrue(seconds < 15, () -> "cut after " + seconds + " s, not 5");
    }

    private static void talkUntilCut(RawSocket raw) {
        long begin = System.nanoTime();
        try {
            while (TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) < 15) {
                raw.text("still here");
                raw.frame(FIN | PING, new byte[125]);
            }
        } catch (IOException cut) {
            return;
        }
        throw new AssertionError("it was never cut");
    }

    private static byte[] payload(int code) {
        return join(new byte[] {(byte) (code >> 8), (byte) code}, BYE);
    }

    private static byte[] join(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

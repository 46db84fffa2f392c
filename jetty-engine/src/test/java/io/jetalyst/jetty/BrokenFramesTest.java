package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that violate RFC 6455 or our limits: the code that ends the session, and the calls that the application receives. */
@Timeout(30)
class BrokenFramesTest {
    private static final Diary DIARY = new Diary();
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.sockets(handshake -> DIARY.of(handshake).onText((session, text) -> session.send(text)));
    }

    @AfterAll
    static void stop() {
        server.close();
        DIARY.assertNothingMore();
    }

    /** Sends these bytes to a new session and expects its end. */
    private static void assertEnds(int code, Cause cause, Script script) throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            script.play(raw);
            RawSocket.Frame close = raw.read();
            assertEquals(RawSocket.CLOSE, close.opcode());
            assertEquals(code, close.code());
            assertFalse(close.reason().contains("ception") || close.reason().contains("RFC"), close.reason());
            raw.closeFrame(code);
            raw.awaitEnd();
        } catch (java.net.SocketException cut) {
            // the server may cut the connection right after its close frame
        }
        Diary.End end = DIARY.await();
        assertEquals(code, end.status().code());
        assertEquals(cause, end.status().cause());
        assertFalse(end.error().isEmpty());
    }

    private interface Script {
        void play(RawSocket raw) throws Exception;
    }

    @Test
    void aFrameWithoutMaskIs1002() throws Exception {
        assertEnds(1002, Cause.PROTOCOL, raw -> raw.write(raw.unmasked(FIN | TEXT, (byte) 'x')));
    }

    @Test
    void reservedBitsAre1002() throws Exception {
        for (int bit : new int[] {0x40, 0x20, 0x10}) {
            assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(FIN | bit | TEXT, (byte) 'x'));
            assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(FIN | bit | PING));
        }
    }

    @Test
    void unknownOpcodesAre1002() throws Exception {
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(FIN | opcode));
        }
    }

    @Test
    void fragmentsOutOfOrderAre1002() throws Exception {
        assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(FIN | CONTINUATION, (byte) 'x'));
        assertEnds(1002, Cause.PROTOCOL, raw -> {
            raw.frame(TEXT, (byte) 'x');
            raw.frame(FIN | TEXT, (byte) 'y');
        });
    }

    @Test
    void aPingInPiecesOrTooLongIs1002() throws Exception {
        assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(PING));
        assertEnds(1002, Cause.PROTOCOL, raw -> raw.frame(FIN | PING, new byte[126]));
    }

    @Test
    void declaredLengthsBeyondAllLimitsAre1009WithoutTheBytes() throws Exception {
        for (int high : new int[] {0x7f, 0x00}) {
            byte[] header = {(byte) (FIN | TEXT), (byte) 0xff, (byte) high, 0, 0, 0, (byte) 0x80, 0, 0, 0, 1, 2, 3, 4};
            assertEnds(1009, Cause.TOO_BIG, raw -> raw.write(header));
        }
    }

    @Test
    void aLengthWithItsHighestBitSetIs1002() throws Exception {
        byte[] header = {(byte) (FIN | TEXT), (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3, 4};
        assertEnds(1002, Cause.PROTOCOL, raw -> raw.write(header));
    }

    @Test
    void aMessageBeyondTheLimitIs1009AlsoWhileItsFrameStillComes() throws Exception {
        byte[] large = new byte[1 << 20];
        java.util.Arrays.fill(large, (byte) 'x');
        assertEnds(1009, Cause.TOO_BIG, raw -> raw.frame(FIN | TEXT, large));
    }

    @Test
    void wrongUtf8IsMetBeforeTheMessageEnds() throws Exception {
        assertEnds(1007, Cause.PROTOCOL, raw -> raw.frame(TEXT, (byte) 'x', (byte) 0xff));
        // in the middle of a frame whose rest never comes
        assertEnds(1007, Cause.PROTOCOL, raw -> {
            byte[] frame = raw.masked(FIN | TEXT, (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 'x', (byte) 'y');
            raw.write(java.util.Arrays.copyOf(frame, frame.length - 2));
        });
    }

    @Test
    void aCharacterCutByTheEndIs1007() throws Exception {
        assertEnds(1007, Cause.PROTOCOL, raw -> raw.frame(FIN | TEXT, "☃".getBytes(StandardCharsets.UTF_8)[0]));
    }

    @Test
    void aKindNobodyListensForIs1003() throws Exception {
        assertEnds(1003, Cause.PROTOCOL, raw -> raw.frame(FIN | BINARY, (byte) 1));
    }

    @Test
    void fragmentsWithoutEndAre1008() throws Exception {
        for (byte[] fragment : new byte[][] {{}, {'x'}}) {
            assertEnds(1008, Cause.TOO_BIG, raw -> {
                ByteArrayOutputStream flood = new ByteArrayOutputStream();
                flood.writeBytes(raw.masked(TEXT, fragment));
                for (int i = 0; i < 1100; i++) {
                    flood.writeBytes(raw.masked(CONTINUATION, fragment));
                }
                raw.write(flood.toByteArray());
            });
        }
    }

    @Test
    void aThousandFragmentsAreOneMessageHoweverTheBytesAreSplit() throws Exception {
        try (RawSocket raw = RawSocket.open(server.port(), "/any")) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(raw.masked(TEXT, (byte) 'x'));
            for (int i = 0; i < 1022; i++) {
                message.writeBytes(raw.masked(CONTINUATION, (byte) 'x'));
            }
            message.writeBytes(raw.masked(FIN | CONTINUATION, (byte) 'x'));
            raw.write(message.toByteArray());
            assertEquals(1024, raw.read().payload().length);

            // one frame in more than a thousand pieces is one frame
            byte[] whole = raw.masked(FIN | TEXT, "y".repeat(1500).getBytes(StandardCharsets.UTF_8));
            raw.trickle(whole);
            assertEquals("y".repeat(1500), raw.read().text());
            raw.closeFrame(1000);
            assertEquals(1000, raw.read().code());
        }
        assertEquals(Cause.CLIENT, DIARY.await().status().cause());
    }
}

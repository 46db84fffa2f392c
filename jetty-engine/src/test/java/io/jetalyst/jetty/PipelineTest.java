package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static io.jetalyst.testkit.RawSocket.PONG;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Frames of a client that does not wait for the 101, in one segment with its handshake. */
@Timeout(30)
class PipelineTest {
    private static final Diary DIARY = new Diary();

    @RegisterExtension
    static final TestApp APP = SocketTable.app(handshake ->
            DIARY.of(handshake).onOpen(session -> session.send("open")).onText((session, text) -> session.send(text)));

    private RawSocket raw;
    private final ByteArrayOutputStream segment = new ByteArrayOutputStream();

    @BeforeEach
    void connect(TestSockets sockets) throws IOException {
        raw = sockets.rawConnection();
        segment.writeBytes(RawSocket.handshake("/socket").getBytes(StandardCharsets.US_ASCII));
    }

    @AfterEach
    void endedOnce() {
        DIARY.assertNothingMore();
    }

    private void send() throws IOException {
        raw.write(segment.toByteArray());
        assertTrue(raw.readHead().startsWith("HTTP/1.1 101 "));
        assertEquals("open", raw.read().text());
    }

    @Test
    void receivesFramesOfOneSegmentInOrder() throws Exception {
        segment.writeBytes(raw.masked(FIN | TEXT, (byte) '1'));
        segment.writeBytes(raw.masked(TEXT, (byte) '2'));
        segment.writeBytes(raw.masked(FIN | PING));
        segment.writeBytes(raw.masked(FIN | CONTINUATION, (byte) '3'));
        segment.writeBytes(raw.masked(FIN | RawSocket.CLOSE, (byte) 0x0f, (byte) 0xa0));
        send();
        assertEquals("1", raw.read().text());
        assertEquals(PONG, raw.read().opcode());
        assertEquals("23", raw.read().text());
        assertEquals(4000, raw.read().code());
        raw.awaitEnd();
        assertEquals(
                new CloseStatus(4000, "", CloseStatus.Cause.CLIENT),
                DIARY.await().status());
    }

    @Test
    void aFrameThatIsCutByTheEndOfTheSegmentGoesOnInTheNext() throws Exception {
        byte[] frame = raw.masked(FIN | TEXT, "late".getBytes(StandardCharsets.US_ASCII));
        segment.write(frame, 0, 7);
        send();
        raw.write(java.util.Arrays.copyOfRange(frame, 7, frame.length));
        assertEquals("late", raw.read().text());
        end();
    }

    @Test
    void aMessageLargerThanTheBufferOfARequestIsReadWhole() throws Exception {
        String large = "x".repeat(60_000);
        segment.writeBytes(raw.masked(FIN | TEXT, large.getBytes(StandardCharsets.US_ASCII)));
        segment.writeBytes(raw.masked(FIN | TEXT, (byte) 'y'));
        send();
        assertEquals(large, raw.read().text());
        assertEquals("y", raw.read().text());
        end();
    }

    @Test
    void aBrokenFrameIsMetAfterTheOpening() throws Exception {
        segment.writeBytes(raw.unmasked(FIN | TEXT, (byte) 'x'));
        send();
        assertEquals(1002, raw.read().code());
        raw.awaitEnd();
        assertEquals(1002, DIARY.await().status().code());
    }

    @Test
    void aRequestBeforeTheHandshakeIsAnsweredBeforeIt() throws Exception {
        byte[] handshake = segment.toByteArray();
        segment.reset();
        segment.writeBytes("GET /socket HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        segment.writeBytes(handshake);
        segment.writeBytes(raw.masked(FIN | TEXT, (byte) 'x'));
        raw.write(segment.toByteArray());
        assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        assertEquals("the page", new String(raw.readFully(8), StandardCharsets.US_ASCII));
        assertTrue(raw.readHead().startsWith("HTTP/1.1 101 "));
        assertEquals("open", raw.read().text());
        assertEquals("x", raw.read().text());
        end();
    }

    private void end() throws Exception {
        raw.closeFrame(1000);
        assertEquals(1000, raw.readClose());
        assertEquals(1000, DIARY.await().status().code());
    }
}

package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static io.jetalyst.testkit.RawSocket.PONG;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same bytes mean the same, wherever the network cuts them. */
@Timeout(60)
class SplitTest {
    @RegisterExtension
    static final TestApp APP = SocketTable.app(handshake -> handshake.onText((session, text) -> session.send(text)));

    private RawSocket raw;
    private RawSocket other;

    @BeforeEach
    void open(TestSockets sockets) throws IOException {
        raw = sockets.raw("/socket");
        other = sockets.raw("/socket");
    }

    @Test
    void aTextWithALengthOf16BitsMayBeCutAnywhere() throws Exception {
        String text = "héllo ☃ 😀 ".repeat(12);
        byte[] frame = raw.masked(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
        assertEquals((byte) (0x80 | 126), frame[1]);
        for (int cut = 1; cut < frame.length; cut++) {
            writeCut(frame, cut);
            assertEquals(text, raw.read().text(), "cut after " + cut);
        }
    }

    @Test
    void aTextWithALengthOf64BitsMayBeCutAnywhereInItsHead() throws Exception {
        String text = "x".repeat(64 * 1024);
        byte[] frame = raw.masked(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
        assertEquals((byte) (0x80 | 127), frame[1]);
        for (int cut : IntStream.concat(IntStream.range(1, 20), IntStream.of(32780, frame.length - 1))
                .toArray()) {
            writeCut(frame, cut);
            assertEquals(text, raw.read().text(), "cut after " + cut);
        }
    }

    @Test
    void fragmentsWithAPingBetweenThemMayBeCutAnywhere() throws Exception {
        byte[] snowman = "☃☃".getBytes(StandardCharsets.UTF_8);
        byte[] ping = {1, 2, 3};
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(raw.masked(TEXT, Arrays.copyOf(snowman, 2)));
        message.writeBytes(raw.masked(FIN | PING, ping));
        message.writeBytes(raw.masked(CONTINUATION));
        message.writeBytes(raw.masked(FIN | CONTINUATION, Arrays.copyOfRange(snowman, 2, 6)));
        for (int cut = 1; cut < message.size(); cut++) {
            writeCut(message.toByteArray(), cut);
            RawSocket.Frame pong = raw.read();
            assertEquals(PONG, pong.opcode(), "cut after " + cut);
            assertArrayEquals(ping, pong.payload());
            assertEquals("☃☃", raw.read().text(), "cut after " + cut);
        }
    }

    @Test
    void aCloseFrameMayBeCutAnywhere(TestSockets sockets) throws Exception {
        for (int cut = 1; cut < 11; cut++) {
            raw = sockets.raw("/socket");
            writeCut(
                    raw.masked(FIN | RawSocket.CLOSE, (byte) 0x0f, (byte) 0xa0, (byte) 'b', (byte) 'y', (byte) 'e'),
                    cut);
            RawSocket.Frame close = raw.read();
            assertEquals(4000, close.code(), "cut after " + cut);
            raw.awaitEnd();
        }
    }

    @Test
    void theHandshakeAndWhatFollowsItMayComeByteByByte(TestSockets sockets) throws Exception {
        try (RawSocket slow = sockets.rawConnection()) {
            slow.trickle(RawSocket.handshake("/socket").getBytes(StandardCharsets.US_ASCII));
            slow.trickle(slow.masked(FIN | TEXT, "y".repeat(200).getBytes(StandardCharsets.US_ASCII)));
            slow.trickle(slow.masked(FIN | RawSocket.CLOSE, (byte) 3, (byte) 0xe8));
            assertTrue(slow.readHead().startsWith("HTTP/1.1 101 "));
            assertEquals("y".repeat(200), slow.read().text());
            assertEquals(1000, slow.read().code());
            slow.awaitEnd();
        }
    }

    /** While another client is answered, the server has the time to read the first part by itself. */
    private void writeCut(byte[] bytes, int cut) throws IOException {
        raw.write(Arrays.copyOf(bytes, cut));
        other.text("between");
        assertEquals("between", other.read().text());
        raw.write(Arrays.copyOfRange(bytes, cut, bytes.length));
    }
}

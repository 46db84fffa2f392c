package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.BINARY;
import static io.jetalyst.testkit.RawSocket.CLOSE;
import static io.jetalyst.testkit.RawSocket.CONTINUATION;
import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static io.jetalyst.testkit.RawSocket.PONG;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frames that violate RFC 6455 §5.2, §5.4 and §5.5. Each closes the session with one code, and calls no listener but {@code onClose},
 * once. The server rejects an invalid head as soon as it has read the head, so most rows have no payload.
 */
@Timeout(30)
class FrameTableTest {
    private static final int RSV1 = 0x40;
    private static final int RSV2 = 0x20;
    private static final int RSV3 = 0x10;

    private static final Map<String, Diary> DIARIES = new ConcurrentHashMap<>();
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    @RegisterExtension
    static final TestApp APP = SocketTable.app(
            handshake -> diary(handshake.request().queryParams("row").get(0))
                    .of(handshake)
                    .onText((session, text) -> MESSAGES.incrementAndGet())
                    .onBinary((session, bytes) -> MESSAGES.incrementAndGet())
                    .onPong((session, bytes) -> MESSAGES.incrementAndGet()));

    @AfterAll
    static void eachEndedOnce() {
        DIARIES.values().forEach(Diary::assertNothingMore);
    }

    private static Diary diary(String row) {
        return DIARIES.computeIfAbsent(row, any -> new Diary());
    }

    static Stream<Arguments> table() {
        return Stream.of(
                        Stream.of(
                                row("a pong in pieces", 1002, head(PONG, 0)),
                                row("a close in pieces", 1002, head(CLOSE, 0)),
                                row("a pong of 126 bytes", 1002, join(head(FIN | PONG, 126, 2), new byte[126])),
                                row("a close of 126 bytes", 1002, join(head(FIN | CLOSE, 126, 2), new byte[126])),
                                row("a message begins with its second fragment", 1002, head(CONTINUATION, 0)),
                                row("binary inside a text", 1002, join(head(TEXT, 0), head(FIN | BINARY, 0))),
                                row("text inside a binary", 1002, join(head(BINARY, 0), head(TEXT, 0))),
                                row("a second fragment after the last", 1002, join(text(), head(FIN, 0))),
                                row("bits in a fragment", 1002, join(head(TEXT, 0), head(FIN | RSV1, 0))),
                                row("all bits", 1002, head(FIN | RSV1 | RSV2 | RSV3 | TEXT, 0)),
                                row("a bit in a close", 1002, head(FIN | RSV2 | CLOSE, 0)),
                                row("a bit in a pong", 1002, head(FIN | RSV3 | PONG, 0)),
                                row("no mask, and no payload", 1002, new byte[] {(byte) (FIN | TEXT), 0}),
                                row("no mask in a ping", 1002, new byte[] {(byte) (FIN | PING), 0}),
                                row("no mask in a close", 1002, new byte[] {(byte) (FIN | CLOSE), 2, 3, (byte) 0xe8}),
                                row("a fragment of 2^31 bytes", 1009, head(TEXT, 1L << 31, 8)),
                                row("a fragment of 2^32 bytes", 1009, head(BINARY, 1L << 32, 8)),
                                row("64 KiB and a byte", 1009, join(head(FIN | BINARY, 65537, 8), new byte[65537]))),
                        IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                                .mapToObj(
                                        code -> row("opcode " + code + ", not last, 2^62 bytes", 1002, unknown(code))))
                .flatMap(rows -> rows);
    }

    private static Arguments row(String name, int code, byte[] bytes) {
        return Arguments.of(name, code, bytes);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void endsTheSession(String name, int code, byte[] bytes, TestSockets sockets) throws Exception {
        String row = Integer.toHexString(name.hashCode());
        int before = MESSAGES.get();
        RawSocket raw = sockets.raw("/socket?row=" + row);
        despiteTheEnd(() -> raw.write(bytes));
        RawSocket.Frame close = raw.read();
        assertEquals(CLOSE, close.opcode());
        assertEquals(code, close.code());
        despiteTheEnd(() -> raw.closeFrame(code));
        raw.awaitEnd();
        if (!name.equals("all bits")) { // there, the server waits a second for the end of the client
            despiteTheEnd(raw::halfClose);
        }
        Diary.End end = diary(row).await();
        assertEquals(code, end.status().code());
        assertTrue(!end.error().isEmpty());
        assertEquals(before + (name.startsWith("a second fragment") ? 1 : 0), MESSAGES.get());
    }

    /** After an error the server need not read the rest, nor wait for an answer to its close (RFC 6455 §7.1.7). */
    private static void despiteTheEnd(Writing writing) {
        try {
            writing.write();
        } catch (IOException cut) {
            // The client can still read the frames that the server has sent.
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static byte[] text() {
        return head(FIN | TEXT, 0);
    }

    private static byte[] unknown(int opcode) {
        return head(opcode, 1L << 62, 8);
    }

    /** A masked frame's head of six bytes, with a mask that changes nothing. */
    private static byte[] head(int first, int length) {
        return head(first, length, 0);
    }

    /** The head of a masked frame, with so many bytes for its length after the second. */
    private static byte[] head(int first, long length, int lengthBytes) {
        ByteBuffer head = ByteBuffer.allocate(6 + lengthBytes).put((byte) first);
        switch (lengthBytes) {
            case 0 -> head.put((byte) (0x80 | length));
            case 2 -> head.put((byte) (0x80 | 126)).putShort((short) length);
            default -> head.put((byte) (0x80 | 127)).putLong(length);
        }
        return head.array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}

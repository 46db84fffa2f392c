package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.SocketOptions;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits over real sockets, with the real clock; how they are counted is tested in memory. */
@Timeout(30)
class LimitsTest {
    /** More than the kernel buffers of a connection take. */
    private static final int MESSAGES = 1000;

    private static final String FILLING = "x".repeat(16 * 1024);

    private static final int RSV1 = 0x40;
    private static final int TAIL = 4;

    private final Diary diary = new Diary();

    @Test
    void pausesReadingAboveTheRateAndDropsNothing() throws Exception {
        SocketLimits limits =
                SocketLimits.DEFAULT.with(Map.of(SocketLimit.MESSAGES_PER_SECOND, 200, SocketLimit.MESSAGE_BURST, 10));
        try (TestServer server = TestServer.sockets(
                        limits, handshake -> diary.of(handshake).onText((session, text) -> session.send(text)));
                RawSocket raw = RawSocket.open(server.port(), "/any")) {
            ByteArrayOutputStream burst = new ByteArrayOutputStream();
            for (int i = 0; i < 111; i++) {
                burst.writeBytes(raw.masked(RawSocket.FIN | RawSocket.TEXT, text(i)));
            }
            long begin = System.nanoTime();
            raw.write(burst.toByteArray());
            for (int i = 0; i < 111; i++) {
                assertEquals("message " + i, raw.read().text());
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.toMillis() >= 500, () -> "100 messages above the burst took " + took);
            raw.closeFrame(1000);
            assertEquals(1000, diary.await().status().code());
        }
    }

    @Test
    void whatAFrameInflatesToIsNoLongerThanAFrameMayBe() throws Exception {
        AtomicLong heard = new AtomicLong();
        try (TestServer server = TestServer.sockets(
                        SocketLimits.DEFAULT,
                        SocketOptions.DEFAULT.compression(SocketOptions.Deflate.NO_CONTEXT_TAKEOVER),
                        handshake -> diary.of(handshake)
                                .onPartialBinary((session, part, last) -> heard.addAndGet(part.remaining())));
                RawSocket raw = RawSocket.open(server.port(), "/any", "Sec-WebSocket-Extensions: permessage-deflate")) {
            raw.frame(RSV1 | RawSocket.BINARY, deflated(64 * 1024, 0));
            raw.frame(RawSocket.FIN | RawSocket.CONTINUATION, deflated(64 * 1024, TAIL));
            raw.frame(RawSocket.FIN | RSV1 | RawSocket.BINARY, deflated(1 << 20, TAIL));
            assertEquals("a frame inflates to 65536 bytes at most", raw.read().reason());
            raw.closeFrame(1009);
            assertEquals(1009, diary.await().status().code());
            assertEquals(3 * 64 * 1024, heard.get());
        }
    }

    /** So many zeroes, and this less of what they become: the last frame goes without the tail (RFC 7692 §7.2.1). */
    private static byte[] deflated(int length, int less) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[length]);
        byte[] deflated = new byte[length];
        int taken = deflater.deflate(deflated, 0, length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(deflated, taken - less);
    }

    @ParameterizedTest
    @EnumSource(SocketOptions.Overflow.class)
    void aClientThatNeverReadsDoesNotSlowAnother(SocketOptions.Overflow policy) throws Exception {
        Map<String, WebSocketSession> sessions = new ConcurrentHashMap<>();
        CountDownLatch opened = new CountDownLatch(2);
        SocketLimits limits = SocketLimits.DEFAULT.overflow(policy);
        if (policy == SocketOptions.Overflow.CLOSE) { // the stalled client does not answer the close
            limits = limits.times(Duration.ofSeconds(20), Duration.ofSeconds(50), Duration.ofSeconds(1));
        }
        try (TestServer server = TestServer.sockets(
                        limits,
                        handshake -> diary.of(handshake).onOpen(session -> {
                            sessions.put(session.request().path(), session);
                            opened.countDown();
                        }));
                RawSocket stalled = RawSocket.openWithSmallBuffers(server.port(), "/stalled");
                RawSocket reader = RawSocket.open(server.port(), "/reader")) {
            assertTrue(opened.await(10, TimeUnit.SECONDS));
            Topic<String> topic = server.sockets().topics().topic("all", String.class);
            sessions.values().forEach(topic::subscribe);
            for (int i = 0; i < MESSAGES; i++) {
                topic.publish(i + FILLING);
                assertEquals(i + FILLING, reader.read().text());
                sessions.values().forEach(session -> assertTrue(session.queuedBytes() <= 256 * 1024));
            }
            if (policy == SocketOptions.Overflow.CLOSE) {
                assertEquals(1013, diary.await().status().code());
                return;
            }
            sessions.get("/stalled").close(4000, "enough");
            List<Integer> heard = numbers(stalled);
            assertEquals(0, heard.get(0));
            assertTrue(heard.size() < MESSAGES);
            assertEquals(policy == SocketOptions.Overflow.DROP_OLDEST, heard.contains(MESSAGES - 1));
        }
    }

    /** The numbers that a slow client reads until the server closes it. */
    private static List<Integer> numbers(RawSocket late) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        RawSocket.Frame frame = late.read();
        while (frame.opcode() == RawSocket.TEXT) {
            int number = Integer.parseInt(frame.text().replace("x", ""));
            assertTrue(numbers.isEmpty() || number > numbers.get(numbers.size() - 1));
            numbers.add(number);
            frame = late.read();
        }
        assertEquals(4000, frame.code());
        return numbers;
    }

    private static byte[] text(int number) {
        return ("message " + number).getBytes(StandardCharsets.UTF_8);
    }
}

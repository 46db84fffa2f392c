package io.jetalyst.jetty;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.PING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.CloseStatus.Cause;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.WebSocketClosedException;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every way in which a session can end; each calls {@code onClose} once. */
@Timeout(30)
class EndTest {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofMinutes(5);

    private final Diary diary = new Diary();
    private final CompletableFuture<WebSocketSession> opened = new CompletableFuture<>();
    private TestServer server;

    @AfterEach
    void stop() {
        server.close();
        assertEquals(0, server.sockets().open());
        diary.assertNothingMore();
    }

    private RawSocket open(SocketLimits limits, Consumer<WebSocketHandshake> more) throws Exception {
        serve(limits, more);
        return RawSocket.open(server.port(), "/any");
    }

    private void serve(SocketLimits limits, Consumer<WebSocketHandshake> more) throws Exception {
        server = TestServer.sockets(limits, handshake -> more.accept(diary.of(handshake)));
    }

    private RawSocket openEcho(SocketLimits limits) throws Exception {
        return open(limits, this::echo);
    }

    private void echo(WebSocketHandshake handshake) {
        handshake.onOpen(opened::complete).onText((session, text) -> session.send(text));
    }

    private WebSocketSession session() throws Exception {
        return opened.get(10, TimeUnit.SECONDS);
    }

    private void assertEnd(int code, String reason, Cause cause, boolean error) throws Exception {
        Diary.End end = diary.await();
        assertEquals(new CloseStatus(code, reason, cause), end.status());
        assertEquals(error, !end.error().isEmpty(), end.error());
    }

    @Test
    void theClientCloses() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            raw.closeFrame(4000, (byte) 'b', (byte) 'y', (byte) 'e');
            assertEquals(4000, raw.read().code());
            assertEnd(4000, "bye", Cause.CLIENT, false);
        }
    }

    @Test
    void theClientClosesWithoutACode() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            raw.frame(FIN | RawSocket.CLOSE);
            assertEnd(CloseStatus.NO_STATUS, "", Cause.CLIENT, false);
        }
    }

    @Test
    void theServerClosesAndWhatWasSentBeforeComesFirst() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            WebSocketSession session = session();
            for (int i = 0; i < 100; i++) {
                session.send("message " + i);
            }
            CompletableFuture<Void> over = session.close(1001, "moving").toCompletableFuture();
            for (int i = 0; i < 100; i++) {
                assertEquals("message " + i, raw.read().text());
            }
            assertEquals(1001, raw.read().code());
            raw.closeFrame(1001);
            assertEnd(1001, "moving", Cause.SERVER, false);
            over.get(10, TimeUnit.SECONDS);
            assertRefused(session);
        }
    }

    private static void assertRefused(WebSocketSession session) {
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> session.send("late").toCompletableFuture().get(10, TimeUnit.SECONDS));
        assertTrue(refused.getCause() instanceof WebSocketClosedException, refused::toString);
        assertTrue(refused.getCause().getMessage().contains("ended with 1001"), refused::toString);
    }

    @Test
    void abortsAClientThatNeverAnswersOurClose() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT.times(NEVER, NEVER, SOON))) {
            session().close(4001, "out");
            assertEquals(4001, raw.read().code());
            raw.awaitEnd();
            assertEnd(4001, "out", Cause.SERVER, false);
        }
    }

    /** RFC 6455 §7.1.7: the server need not wait for the client's close frame after invalid data. */
    @Test
    void endsTheOutputAfterInvalidTextWithoutWaitingForACloseFrame() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT.times(NEVER, NEVER, NEVER))) {
            raw.frame(RawSocket.FIN | RawSocket.TEXT, (byte) 0xff);
            assertEquals(1007, raw.read().code());
            raw.awaitEnd();
        }
        assertEquals(1007, diary.await().status().code());
    }

    @Test
    void abortsAClientThatKeepsSendingAfterOurClose() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT.times(NEVER, NEVER, SOON.multipliedBy(10)))) {
            session().close(4001, "out");
            raw.text("still here");
            assertEquals(RawSocket.CLOSE, raw.read().opcode());
            raw.awaitEnd();
            assertEnd(4001, "out", Cause.SERVER, false);
        }
    }

    @Test
    void theConnectionIsReset() throws Exception {
        RawSocket raw = openEcho(SocketLimits.DEFAULT);
        session();
        raw.reset();
        assertEnd(CloseStatus.ABNORMAL, "", Cause.NETWORK, true);
    }

    @Test
    void theClientHalfCloses() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            raw.halfClose();
            raw.awaitEnd();
            assertEnd(CloseStatus.ABNORMAL, "", Cause.NETWORK, true);
        }
    }

    @Test
    void theClientHalfClosesInTheMiddleOfAFrame() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            byte[] frame = raw.masked(FIN | RawSocket.TEXT, new byte[10]);
            raw.write(java.util.Arrays.copyOf(frame, 9));
            raw.halfClose();
            raw.awaitEnd();
            assertEnd(CloseStatus.ABNORMAL, "", Cause.NETWORK, true);
        }
    }

    @Test
    void aListenerThrows() throws Exception {
        try (RawSocket raw = open(
                SocketLimits.DEFAULT,
                handshake -> handshake.onText((session, text) -> {
                    throw new IllegalStateException("secret of the server");
                }))) {
            raw.text("x");
            RawSocket.Frame close = raw.read();
            assertEquals(1011, close.code());
            assertEquals("the server failed", close.reason());
            raw.closeFrame(1011);
            assertEnd(1011, "the server failed", Cause.ERROR, true);
        }
    }

    @Test
    void onOpenThrows() throws Exception {
        try (RawSocket raw = open(
                SocketLimits.DEFAULT,
                handshake -> handshake.onOpen(session -> {
                    throw new IllegalStateException("secret of the server");
                }))) {
            assertEquals(1011, raw.read().code());
            raw.closeFrame(1011);
            assertEnd(1011, "the server failed", Cause.ERROR, true);
        }
    }

    @Test
    void aStageOfAListenerFails() throws Exception {
        try (RawSocket raw = open(
                SocketLimits.DEFAULT,
                handshake -> handshake.onTextAsync((session, text) -> CompletableFuture.runAsync(() -> {
                    throw new IllegalStateException("secret of the server");
                })))) {
            raw.text("x");
            assertEquals(1011, raw.read().code());
            raw.closeFrame(1011);
            assertEnd(1011, "the server failed", Cause.ERROR, true);
        }
    }

    @Test
    void pingsAnIdleClientAndThenClosesIt() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT.times(SOON, SOON.multipliedBy(3), SOON))) {
            assertEquals(PING, raw.read().opcode());
            assertEquals(1001, raw.readClose());
            raw.awaitEnd();
            assertEnd(1001, "nothing was received for too long", Cause.IDLE, true);
        }
    }

    @Test
    void aClientThatAnswersPingsStays() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT.times(SOON, NEVER, SOON))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(PING, raw.read().opcode());
                raw.frame(FIN | RawSocket.PONG);
            }
            raw.text("alive");
            assertEquals("alive", raw.read().text());
            raw.reset();
        }
        assertEnd(CloseStatus.ABNORMAL, "", Cause.NETWORK, true);
    }

    @Test
    void closesAClientThatReadsTooSlowly() throws Exception {
        serve(SocketLimits.DEFAULT.times(NEVER, NEVER, SOON), this::echo);
        try (RawSocket raw = RawSocket.openWithSmallBuffers(server.port(), "/any")) {
            WebSocketSession session = session();
            ByteBuffer large = ByteBuffer.allocate(32 * 1024);
            CompletableFuture<Void> last = new CompletableFuture<>();
            while (session.isOpen()) {
                last = session.send(large).toCompletableFuture();
                assertTrue(session.queuedBytes() <= 256 * 1024);
            }
            CompletableFuture<Void> awaited = last;
            assertEnd(1013, "the client reads too slowly", Cause.SLOW_CLIENT, true);
            assertThrows(ExecutionException.class, () -> awaited.get(10, TimeUnit.SECONDS));
            raw.awaitEnd();
        }
    }

    @Test
    void aPingFloodWithoutReadingStopsTheReading() throws Exception {
        SocketLimits anyRate = SocketLimits.DEFAULT.with(Map.of(SocketLimit.MESSAGES_PER_SECOND, Integer.MAX_VALUE));
        serve(anyRate.times(NEVER, SOON.multipliedBy(5), SOON), this::echo);
        try (RawSocket raw = RawSocket.openWithSmallBuffers(server.port(), "/any")) {
            WebSocketSession session = session();
            byte[] ping = raw.masked(FIN | PING, new byte[125]);
            java.io.ByteArrayOutputStream burst = new java.io.ByteArrayOutputStream();
            for (int i = 0; i < 500; i++) {
                burst.writeBytes(ping);
            }
            // Ends because the server reads no more, or has given the client up.
            assertThrows(java.io.IOException.class, () -> {
                for (int i = 0; i < 10_000; i++) {
                    raw.write(burst.toByteArray());
                }
            });
            assertEquals(Cause.SLOW_CLIENT, diary.await().status().cause());
            assertEquals(0, session.queuedBytes());
        }
    }

    @Test
    void theServerStops() throws Exception {
        try (RawSocket raw = openEcho(SocketLimits.DEFAULT)) {
            session().send("last words");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
            assertEquals("last words", raw.read().text());
            assertEquals(1012, raw.read().code());
            raw.closeFrame(1012);
            assertEnd(1012, "the server stops", Cause.SHUTDOWN, false);
            stopped.get(10, TimeUnit.SECONDS);
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.internal.limit.SocketLimits;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.WebSocketSession;
import io.jetalyst.testkit.RawSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A write that fails later ends its session, also if nothing is read, so that no read can fail. */
@Timeout(30)
class FailedWriteTest {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofMinutes(5);

    private final Diary diary = new Diary();

    @Test
    void aWriteThatFailsEndsTheSessionAlthoughAListenerIsNotDone() throws Exception {
        CompletableFuture<Void> work = new CompletableFuture<>();
        CompletableFuture<WebSocketSession> working = new CompletableFuture<>();
        try (TestServer server = TestServer.sockets(
                        SocketLimits.DEFAULT.times(NEVER, NEVER, SOON),
                        handshake -> diary.of(handshake).onTextAsync((session, text) -> {
                            working.complete(session);
                            return work;
                        }));
                RawSocket raw = RawSocket.openWithSmallBuffers(server.port(), "/any")) {
            raw.text("begin");
            WebSocketSession session = working.get(10, TimeUnit.SECONDS);
            CompletableFuture<Void> stuck = fill(session);
            raw.reset();
            assertThrows(ExecutionException.class, () -> stuck.get(10, TimeUnit.SECONDS));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (session.isOpen() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertFalse(session.isOpen());
            work.complete(null);
            assertEquals(CloseStatus.ABNORMAL, diary.await().status().code());
        }
    }

    /** Sends until the network takes no more; the stage of what it did not take. */
    private static CompletableFuture<Void> fill(WebSocketSession session) {
        ByteBuffer large = ByteBuffer.allocate(32 * 1024);
        CompletableFuture<Void> sent = session.send(large).toCompletableFuture();
        while (sent.isDone()) {
            sent = session.send(large).toCompletableFuture();
        }
        return sent;
    }
}

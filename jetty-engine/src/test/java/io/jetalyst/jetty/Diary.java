package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Records the ends of the sessions of a test, in order. */
final class Diary {
    /** How one session ended: what {@code onError} got, if it was called, and what {@code onClose} got. */
    record End(CloseStatus status, String error) {}

    private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();

    /** Writes down how the handshake's session ends. */
    WebSocketHandshake of(WebSocketHandshake handshake) {
        StringBuilder error = new StringBuilder();
        return handshake
                .onError((session, thrown) -> error.append(thrown))
                .onClose((session, status) -> ends.add(new End(status, error.toString())));
    }

    /** The next session that ends, within ten seconds. */
    End await() throws InterruptedException {
        End end = ends.poll(10, TimeUnit.SECONDS);
        assertTrue(end != null, "onClose was not called");
        return end;
    }

    /** No session ended but those that were awaited. */
    void assertNothingMore() {
        assertNull(ends.peek());
    }
}

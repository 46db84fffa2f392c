package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Compression;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Limits, compression, and non-blocking listeners. */
@Controller
final class CostController {
    @WebSocket(value = "/notes", maxMessageBytes = 1000, messagesPerSecond = 5)
    boolean notes(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send("noted"));
        return true;
    }

    @WebSocket(value = "/reports", compression = Compression.NO_CONTEXT_TAKEOVER)
    boolean reports(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, title) -> session.send((title + "\n").repeat(1000)));
        return true;
    }

    @WebSocket("/weather")
    @NonBlocking
    boolean weather(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onTextAsync((session, city) -> forecast(city).thenCompose(session::send));
        return true;
    }

    /** Takes some time, on a thread of another pool. */
    private static CompletionStage<String> forecast(String city) {
        return CompletableFuture.supplyAsync(() -> "Sun in " + city);
    }
}

package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.OverflowPolicy;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketOverflowException;
import io.jetalyst.socket.WebSocketSession;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends many messages to clients that read slowly. */
@Controller
final class PriceController {
    private static final int TIMES = 400;

    @WebSocket("/copies")
    boolean copies(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onTextAsync((session, text) -> {
            CompletionStage<Void> sent = session.send("1 " + text);
            for (int n = 2; n <= TIMES; n++) {
                String copy = n + " " + text;
                sent = sent.thenCompose(done -> session.send(copy));
            }
            return sent;
        });
        return true;
    }

    @WebSocket(value = "/prices", overflow = OverflowPolicy.DROP_OLDEST)
    boolean prices(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> {
            for (int n = 1; n <= TIMES; n++) {
                session.send(n + " " + text);
            }
        });
        return true;
    }

    @WebSocket("/hasty")
    boolean hasty(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> {
            for (int n = 1; n <= TIMES; n++) {
                session.send(n + " " + text);
            }
        });
        return true;
    }

    @WebSocket(value = "/polite", overflow = OverflowPolicy.FAIL)
    boolean polite(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        AtomicInteger missed = new AtomicInteger();
        handshake.onText((session, text) -> {
            for (int n = 1; n <= TIMES; n++) {
                session.send(n + " " + text).whenComplete((done, failure) -> {
                    if (failure instanceof WebSocketOverflowException) {
                        missed.incrementAndGet();
                    }
                });
            }
        });
        handshake.onPong((session, payload) -> session.send("You missed " + missed.get()));
        return true;
    }

    @WebSocket("/positions")
    boolean positions(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> {
            for (int n = 1; n <= TIMES; n++) {
                sendIfIdle(session, n + " " + text);
            }
        });
        handshake.onPong((session, payload) -> session.send("That was all"));
        return true;
    }

    private static void sendIfIdle(WebSocketSession session, String position) {
        if (session.queuedBytes() < 65_536) {
            session.send(position); // otherwise the client gets a later one
        }
    }
}

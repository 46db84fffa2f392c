package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.Locale;

/** Text, binary and JSON messages, well-formed or not. */
@Controller
final class CommandController {
    @WebSocket("/shout")
    boolean shout(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onText((session, text) -> session.send(text.toUpperCase(Locale.ROOT)))
                .onBinary((session, bytes) -> session.send(bytes));
        return true;
    }

    @WebSocket("/commands")
    boolean commands(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onMessage(ClientMessage.class, new Visit());
        return true;
    }

    @WebSocket("/patient")
    boolean patient(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onMessage(ClientMessage.class, new Visit())
                .onMalformedMessage((session, malformed) -> session.send("Unknown command: " + malformed.text()));
        return true;
    }

    @WebSocket("/mirror")
    boolean mirror(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onMessage(ClientMessage.class, (session, command) -> session.sendJson(command));
        return true;
    }
}

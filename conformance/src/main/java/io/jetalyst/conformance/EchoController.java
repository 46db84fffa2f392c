package io.jetalyst.conformance;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

/**
 * Echoes messages. One endpoint receives whole messages, the other one parts. Neither limits the rate, because the suite sends as fast as it
 * can.
 */
@Controller
@Path("/echo")
final class EchoController {
    /** The longest message of the suite. */
    private static final int LONGEST = 16 * 1024 * 1024;

    @Get("/messages")
    String messages() {
        return "A WebSocket on this path echoes each message, which the framework assembles.";
    }

    /** The server reads the next message when the previous one was sent. */
    @WebSocket(value = "/messages", maxMessageBytes = LONGEST, messagesPerSecond = Integer.MAX_VALUE)
    boolean messages(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onTextAsync((session, text) -> session.send(text))
                .onBinaryAsync((session, bytes) -> session.send(bytes));
        return true;
    }

    @Get("/parts")
    String parts() {
        return "A WebSocket on this path echoes each message, which the application assembles from its parts.";
    }

    /** Accepts messages of any size; only the frames are limited. */
    @WebSocket(value = "/parts", maxMessageBytes = LONGEST, messagesPerSecond = Integer.MAX_VALUE)
    boolean parts(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        TextParts text = new TextParts();
        BinaryParts binary = new BinaryParts();
        handshake
                .onPartialText((session, part, last) -> text.take(part, last).ifPresent(session::send))
                .onPartialBinary(
                        (session, part, last) -> binary.take(part, last).ifPresent(session::send));
        return true;
    }
}

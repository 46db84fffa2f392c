package io.jetalyst.conformance;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

/**
 * Says each message back: once as the framework puts messages together, once as its parts come. The suite sends as fast as it can,
 * and chops large messages slowly: it may.
 */
@Controller
@Path("/echo")
final class EchoController {
    /** The longest message of the suite. */
    private static final int LONGEST = 16 * 1024 * 1024;

    @Get("/messages")
    String messages() {
        return "A WebSocket on this path says back each message, put together by the framework.";
    }

    /** The next message is read when the one before has left. */
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
        return "A WebSocket on this path says back each message, put together by the application from its parts.";
    }

    /** Messages of any size: no limit of ours but the memory holds parts that a listener keeps. */
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

package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** What an application would write. */
@Controller
final class SocketController {
    /** A load is what a rate is there to hold back. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Topic<String> everybody;

    SocketController(Topics topics) {
        this.everybody = topics.topic("everybody", String.class);
    }

    @Get("/echo")
    String aboutEcho() {
        return "Says back what it is told.";
    }

    @Get("/chat")
    String aboutChat() {
        return "Says to all what one of them says.";
    }

    /** Says back what it is told. */
    @WebSocket(value = "/echo", messagesPerSecond = UNLIMITED, messageBurst = UNLIMITED)
    boolean echo(WebSocketHandshake handshake) {
        if (!handshake.accept()) {
            return false;
        }
        handshake.onText((session, text) -> session.send(text)).onBinary((session, bytes) -> session.send(bytes));
        return true;
    }

    /** Says to all what one of them says. */
    @WebSocket(value = "/chat", messagesPerSecond = UNLIMITED, messageBurst = UNLIMITED)
    boolean chat(WebSocketHandshake handshake) {
        if (!handshake.accept()) {
            return false;
        }
        handshake.onOpen(everybody::subscribe).onText((session, text) -> everybody.publish(text));
        return true;
    }
}

package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** A controller as an application would write it, if its listeners never block. */
@Controller
@NonBlocking
final class SocketController extends Pages {
    private final Endpoints endpoints;

    SocketController(Topics topics) {
        this.endpoints = new Endpoints(topics, "everybody");
    }

    @WebSocket(value = "/echo", messagesPerSecond = Endpoints.UNLIMITED)
    boolean echo(WebSocketHandshake handshake) {
        return endpoints.echo(handshake);
    }

    @WebSocket(value = "/chat", messagesPerSecond = Endpoints.UNLIMITED)
    boolean chat(WebSocketHandshake handshake) {
        return endpoints.chat(handshake);
    }
}

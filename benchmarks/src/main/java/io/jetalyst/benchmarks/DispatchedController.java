package io.jetalyst.benchmarks;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** The same with listeners that may block, and so run on other threads than those that read. */
@Controller
@Path("/dispatched")
final class DispatchedController extends Pages {
    private final Endpoints endpoints;

    DispatchedController(Topics topics) {
        this.endpoints = new Endpoints(topics, "everybody dispatched");
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

package io.jetalyst.session.jetty;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.session.Session;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.sse.Event;
import io.jetalyst.sse.Events;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Methods that take a session and do not use it, so that only the response binds it. */
@Controller
final class OutageController {
    static final AtomicInteger CLOSED = new AtomicInteger();

    @Get("/outage/events")
    Events<String> events(Session session) {
        return Events.of(Stream.of(Event.of("never sent")).onClose(CLOSED::incrementAndGet));
    }

    @WebSocket("/outage/socket")
    boolean socket(WebSocketHandshake handshake, Session session) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((socket, text) -> socket.send(text));
        return true;
    }
}

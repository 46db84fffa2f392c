package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.function.Consumer;

/** Publishes the life cycle of a session to a topic. */
@Controller
final class VisitController {
    private final Consumer<String> log;
    private final Topic<String> logged;

    VisitController(Topics topics) {
        this.logged = topics.topic("visits", String.class);
        this.log = logged::publish;
    }

    @WebSocket("/visits")
    boolean log(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(logged::subscribe).onText((session, text) -> session.send(text));
        return true;
    }

    @WebSocket("/visits/{name}")
    boolean visit(WebSocketHandshake handshake, String name) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onOpen(session -> log.accept(name + " came"))
                .onText((session, text) -> log.accept(name + " said " + Integer.parseInt(text)))
                .onError((session, error) -> log.accept(name + " failed: " + error.getMessage()))
                .onClose((session, status) -> log.accept(name + " left: " + status.code() + " " + status.cause()));
        return true;
    }
}

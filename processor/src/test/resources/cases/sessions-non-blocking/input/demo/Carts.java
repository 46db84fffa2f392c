package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.session.Session;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Carts {
    @Get("/cart")
    @NonBlocking
    String show(Session session) {
        return "";
    }

    @WebSocket("/cart")
    @NonBlocking
    boolean watch(WebSocketHandshake handshake, Session session) {
        return handshake.isRequested();
    }

    @OnError(IllegalStateException.class)
    @NonBlocking
    @ResponseStatus(409)
    String full(Session session) {
        return "";
    }
}

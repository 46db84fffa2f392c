package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets extends Base {
    @Get("/{*path}")
    @NonBlocking
    String page(String path) {
        return path;
    }

    @WebSocket(value = "/own", origins = "*")
    @NonBlocking
    boolean own(WebSocketHandshake handshake) {
        return true;
    }

    @Override
    @NonBlocking
    boolean promisedHere(WebSocketHandshake handshake) {
        return true;
    }
}

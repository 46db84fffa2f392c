package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Pages {
    @Get("/page")
    String page() {
        return "";
    }

    @WebSocket("/page")
    boolean socket(WebSocketHandshake handshake) {
        listen(handshake);
        return true;
    }

    @NonBlocking
    void listen(WebSocketHandshake handshake) {}
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Two {
    @Get("/a/{y}")
    String page(String y) {
        return y;
    }

    @WebSocket("/a/{z}")
    boolean socket(WebSocketHandshake handshake, String z) {
        return false;
    }
}

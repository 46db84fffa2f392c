package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets {
    @WebSocket("/void")
    void nothing(WebSocketHandshake handshake) {}

    @WebSocket("/boxed")
    Boolean boxed(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/none")
    boolean none() {
        return true;
    }

    @WebSocket("/two")
    boolean two(WebSocketHandshake one, WebSocketHandshake other) {
        return true;
    }

    @Get("/page")
    String page(WebSocketHandshake handshake) {
        return "";
    }
}

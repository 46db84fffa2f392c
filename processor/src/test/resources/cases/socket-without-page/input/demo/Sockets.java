package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets {
    @WebSocket("/alone")
    boolean alone(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/with/{page}")
    boolean with(WebSocketHandshake handshake, String page) {
        return true;
    }
}

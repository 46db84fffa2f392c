package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets {
    @WebSocket("/rooms/{room}")
    boolean join(WebSocketHandshake handshake, String room) {
        return handshake.isRequested();
    }
}

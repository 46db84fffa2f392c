package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Feed {
    @WebSocket("/feed")
    boolean forClientsThatOpenSocketsOnly(WebSocketHandshake handshake) {
        return true;
    }
}

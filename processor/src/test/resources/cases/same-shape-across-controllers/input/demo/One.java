package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/a/{x}")
class One {
    @Get
    String page(String x) {
        return x;
    }

    @WebSocket
    boolean socket(WebSocketHandshake handshake, String x) {
        return false;
    }
}

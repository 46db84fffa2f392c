package demo;

import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Path("/plain")
class Plain {
    @Get("/page")
    String page() {
        return "";
    }

    @WebSocket("/socket")
    boolean socket(WebSocketHandshake handshake, @QueryParam String name) {
        return false;
    }
}

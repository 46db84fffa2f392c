package demo;

import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Path("/rooms")
class Rooms {
    @Get
    String list(@QueryParam int page) {
        return "";
    }

    @Post("/{id}")
    void create(int id) {}

    @WebSocket("/{id}")
    boolean join(WebSocketHandshake handshake, int id) {
        return true;
    }
}

package demo;

import io.jetalyst.annotation.AllowCrossSite;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/hooks")
@AllowCrossSite // for the POST method; the others do not mind
final class Hooks {
    @Get
    @AllowCrossSite
    String read() {
        return "";
    }

    @Post
    @AllowCrossSite
    void write() {}

    @WebSocket
    @AllowCrossSite
    boolean live(WebSocketHandshake handshake) {
        return handshake.isRequested();
    }
}

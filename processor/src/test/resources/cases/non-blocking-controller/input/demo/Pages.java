package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@NonBlocking
class Pages {
    @Get("/page")
    @NonBlocking
    String page() {
        return "";
    }

    @Post("/page")
    String change() {
        return "";
    }

    @WebSocket("/page")
    boolean socket(WebSocketHandshake handshake) {
        return true;
    }
}

package demo;

import io.jetalyst.annotation.AllowOrigins;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@AllowOrigins(value = "*", credentials = true)
class Maps {
    @Get("/a")
    @AllowOrigins({"https://app.example/", "HTTPS://app.example", "null", "https://app.example:443", "app.example"})
    String malformed() {
        return "";
    }

    @Get("/b")
    @AllowOrigins({"https://app.example", "https://app.example", "*"})
    String twice() {
        return "";
    }

    @Get("/c")
    @AllowOrigins({})
    String none() {
        return "";
    }

    @Get("/d")
    @AllowOrigins(
            value = "https://app.example",
            headers = {"*", "X-Token: 1", "X-A", "x-a"},
            exposed = "",
            maxAgeSeconds = -1)
    String fields() {
        return "";
    }

    @WebSocket("/e")
    @AllowOrigins("https://app.example")
    boolean socket(WebSocketHandshake handshake) {
        return false;
    }

    @Get("/e")
    String page() {
        return "";
    }
}

package hello;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.Optional;

@Controller
@Path("/hello/{name}")
final class HelloController {
    @Get
    String page(String name) {
        return "Hello, " + name + ". Open a WebSocket on this path and send me text.";
    }

    @WebSocket
    boolean socket(WebSocketHandshake handshake, String name, @QueryParam Optional<Integer> times) {
        if (!handshake.isRequested()) {
            return false; // a plain request: the page answers
        }
        handshake.onText((session, text) -> session.send((name + ", " + text + "! ").repeat(times.orElse(1))));
        return true;
    }
}

package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/echo")
final class EchoController {
    @Get
    String page() {
        return "Open a WebSocket on this path, and it says what you say.";
    }

    @WebSocket
    boolean socket(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false; // no handshake in this request: the page answers
        }
        handshake.onText((session, text) -> session.send(text));
        return true;
    }
}

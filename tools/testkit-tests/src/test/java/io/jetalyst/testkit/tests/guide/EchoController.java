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
        return "Open a WebSocket on this path. It echoes your messages.";
    }

    @WebSocket
    boolean socket(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false; // the page answers
        }
        handshake.onText((session, text) -> session.send(text));
        return true;
    }
}

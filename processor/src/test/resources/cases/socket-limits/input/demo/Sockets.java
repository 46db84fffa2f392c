package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/limits")
class Sockets {
    @Get
    String page() {
        return "";
    }

    @WebSocket(
            maxMessageBytes = 0,
            messagesPerSecond = Integer.MIN_VALUE,
            maxQueuedBytes = -1,
            idleTimeoutSeconds = 1)
    boolean all(WebSocketHandshake handshake) {
        return true;
    }
}

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
            maxFragments = -1,
            maxMessageSeconds = 1,
            messagesPerSecond = Integer.MIN_VALUE,
            pingIntervalSeconds = 60,
            idleTimeoutSeconds = 60)
    boolean all(WebSocketHandshake handshake) {
        return true;
    }
}

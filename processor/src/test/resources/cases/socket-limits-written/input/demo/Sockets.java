package demo;

import io.jetalyst.annotation.Compression;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.OverflowPolicy;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/limits")
class Sockets {
    private static final int MEBIBYTE = 1024 * 1024;

    @Get
    String page() {
        return "";
    }

    @Get("/drop")
    String drops() {
        return "";
    }

    @Get("/close")
    String closes() {
        return "";
    }

    @WebSocket(value = "/drop", overflow = OverflowPolicy.DROP_OLDEST, compression = Compression.NO_CONTEXT_TAKEOVER)
    boolean drop(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket(value = "/close", overflow = OverflowPolicy.CLOSE, compression = Compression.NONE)
    boolean close(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket(idleTimeoutSeconds = 90, maxMessageBytes = 2 * MEBIBYTE, maxQueuedBytes = 8192, origins = "*", messagesPerSecond = Integer.MAX_VALUE,
            compression = Compression.CONTEXT_TAKEOVER, overflow = OverflowPolicy.FAIL)
    boolean large(WebSocketHandshake handshake) {
        return true;
    }
}

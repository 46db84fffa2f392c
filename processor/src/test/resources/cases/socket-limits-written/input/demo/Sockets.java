package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
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

    @WebSocket(value = "/drop", slowClient = WebSocket.SlowClient.DROP_OLDEST, compression = WebSocket.Compression.MESSAGE)
    boolean drop(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket(value = "/close", slowClient = WebSocket.SlowClient.CLOSE, compression = WebSocket.Compression.NONE)
    boolean close(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket(deadSeconds = 90, maxMessageBytes = 2 * MEBIBYTE, maxFrameBytes = 8192, origins = "*", messagesPerSecond = Integer.MAX_VALUE,
            compression = WebSocket.Compression.CONTEXT, slowClient = WebSocket.SlowClient.REFUSE)
    boolean large(WebSocketHandshake handshake) {
        return true;
    }
}

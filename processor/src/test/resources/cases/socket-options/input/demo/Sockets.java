package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets {
    @WebSocket(
            value = "/a",
            origins = {
                "*",
                "https://example.org",
                "https://example.org:8443",
                "http://[::1]:8080",
                "https://example.org/",
                "example.org",
                "https://Example.org",
                "https://example.org:443",
                "https://*.example.org",
                "null",
                "wss://Example.org:443/chat",
                "file:///index.html"
            },
            subprotocols = {"chat", "chat room", "chat", ""})
    boolean a(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket(value = "/b", subprotocolRequired = true)
    boolean b(WebSocketHandshake handshake) {
        return true;
    }
}

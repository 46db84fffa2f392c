package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.nio.ByteBuffer;

@Controller
class Sockets {
    @WebSocket("/a")
    void onMessage(WebSocketSession session, String message) {}

    @WebSocket("/b")
    boolean withSession(WebSocketHandshake handshake, WebSocketSession session) {
        return true;
    }

    @WebSocket("/c")
    boolean withText(WebSocketHandshake handshake, String message) {
        return true;
    }

    @WebSocket("/d")
    boolean withBytes(WebSocketHandshake handshake, ByteBuffer data) {
        return true;
    }

    @WebSocket("/e")
    boolean withArray(WebSocketHandshake handshake, byte[] data) {
        return true;
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
class Sockets {
    @WebSocket("/alone")
    boolean alone(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/with/{page}")
    boolean with(WebSocketHandshake handshake, String page) {
        return true;
    }

    @WebSocket("/with/everybody")
    boolean inAPageOfAVariable(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/files/{name}/changes")
    boolean inAPageOfATail(WebSocketHandshake handshake, String name) {
        return true;
    }

    @WebSocket("/files")
    boolean besideATail(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/{any}/everybody")
    boolean widerThanItsPage(WebSocketHandshake handshake, String any) {
        return true;
    }

    @WebSocket("/with/{*rest}")
    boolean longerThanItsPage(WebSocketHandshake handshake, String rest) {
        return true;
    }

    @io.jetalyst.annotation.Get("/sockets")
    String list() {
        return "/alone";
    }
}

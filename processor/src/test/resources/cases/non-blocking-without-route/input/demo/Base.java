package demo;

import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

abstract class Base {
    @NonBlocking
    abstract boolean noSocket(WebSocketHandshake handshake);

    @WebSocket("/socket")
    @NonBlocking
    abstract boolean socket(WebSocketHandshake handshake);
}

package demo;

import io.jetalyst.annotation.NonBlocking;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

abstract class Base {
    @WebSocket("/here")
    abstract boolean promisedHere(WebSocketHandshake handshake);

    @WebSocket("/there")
    @NonBlocking
    boolean promisedThere(WebSocketHandshake handshake) {
        return true;
    }

    @WebSocket("/nowhere")
    boolean notPromised(WebSocketHandshake handshake) {
        return true;
    }
}

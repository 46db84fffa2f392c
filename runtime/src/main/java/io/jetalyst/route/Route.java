package io.jetalyst.route;

import io.jetalyst.http.HttpMethod;
import io.jetalyst.socket.SocketOptions;

/** One entry of a {@link RouteTable}: which requests it answers. Its place in the table is the index its invoker knows it by. */
public sealed interface Route {
    /** The path template, such as {@code /chat/{room}}. */
    String path();

    /** The method behind it, for people: {@code ChatController.page}. */
    String handler();

    /** A method that answers requests of one HTTP method. */
    record Http(HttpMethod method, String path, String handler) implements Route {
        @Override
        public String toString() {
            return method + " " + path + " (" + handler + ")";
        }
    }

    /** A method that answers WebSocket handshakes. */
    record Socket(String path, String handler, SocketOptions options) implements Route {
        @Override
        public String toString() {
            return "WebSocket " + path + " (" + handler + ")";
        }
    }
}

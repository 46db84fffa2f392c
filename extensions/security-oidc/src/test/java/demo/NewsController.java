package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.security.Identity;
import io.jetalyst.socket.WebSocketHandshake;
import jakarta.annotation.security.RolesAllowed;

@Controller
final class NewsController {
    @WebSocket("/news")
    @RolesAllowed("buyer")
    boolean news(WebSocketHandshake handshake, Identity identity) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send(identity.name() + ": " + text));
        return true;
    }
}

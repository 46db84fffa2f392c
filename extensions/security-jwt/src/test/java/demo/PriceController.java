package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.security.Identity;
import io.jetalyst.security.TokenAuthenticator;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sockets, for clients with tokens. */
@Controller
final class PriceController {
    /** The calls of listeners, in their order. */
    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    private final TokenAuthenticator tokens;

    PriceController(TokenAuthenticator tokens) {
        this.tokens = tokens;
    }

    /** For clients that send the token in their handshake. */
    @WebSocket(value = "/prices", subprotocols = "prices.v1")
    @RolesAllowed("seller")
    boolean prices(WebSocketHandshake handshake, Identity identity) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> answer(session, text, identity.name()));
        return true;
    }

    private void answer(WebSocketSession session, String text, String name) {
        if (text.startsWith("renew ")) {
            session.renew(tokens.authenticate(text.substring("renew ".length())));
        }
        session.send(name + ": " + text.split(" ")[0]);
    }

    /** For clients that send the token in their first message, or in their handshake. */
    @WebSocket("/offers")
    @PermitAll
    boolean offers(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .authenticate(tokens, "seller")
                .onOpen(session -> {
                    CALLS.add("open");
                    session.send("Hello " + session.identity().orElseThrow().name());
                })
                .onText((session, text) -> {
                    CALLS.add("text");
                    answer(session, text, session.identity().orElseThrow().name());
                })
                .onClose((session, status) -> CALLS.add("close"));
        return true;
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.List;

/** A page, a form, a socket and a handler of errors take the session. The record is described, as the table of a socket describes those of messages. */
@Controller
public class Carts {
    public record Cart(List<String> articles) {}

    private static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);

    @Get("/cart")
    String show(Session session) {
        return session.get(CART).map(Cart::toString).orElse("empty");
    }

    @Post("/cart")
    void add(@FormParam String article, Session session) {
        session.put(CART, new Cart(List.of(article)));
    }

    @WebSocket("/cart")
    boolean watch(WebSocketHandshake handshake, Session session) {
        return handshake.isRequested() && session.exists();
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(409)
    String full(Session session) {
        return "full";
    }
}

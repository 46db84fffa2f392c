package io.jetalyst.testkit.tests.sessions;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Post;
import io.jetalyst.http.Response;
import io.jetalyst.session.Session;
import io.jetalyst.session.SessionKey;

@Controller
final class CartController {
    static final SessionKey<Cart> CART = SessionKey.of("cart", Cart.class);

    @Get("/cart")
    String show(Session session) {
        return String.join(", ", session.get(CART).orElse(Cart.EMPTY).articles());
    }

    @Post("/cart")
    Response add(@FormParam String article, Session session) {
        session.put(CART, session.get(CART).orElse(Cart.EMPTY).with(article));
        return Response.seeOther("/cart");
    }
}

package io.jetalyst.testkit.tests.shop;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.config.Settings;
import io.jetalyst.filter.Context;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/admin")
final class AdminController {
    private final Topic<String> news;
    private final int limit;

    AdminController(Topics topics, Settings settings) {
        this.news = topics.topic("news", String.class);
        this.limit = settings.get("shop.limit", "a number", Integer::parseInt).orElse(100);
    }

    @Get
    String show(Context context) {
        return context.get(AdminFilter.USER).orElseThrow() + " may order " + limit + " items.";
    }

    @WebSocket("/news")
    boolean news(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(session -> {
            news.subscribe(session);
            session.send("subscribed");
        });
        return true;
    }
}

package io.jetalyst.testkit.tests.site;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Cookie;
import io.jetalyst.http.Flash;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;

@Controller
@Path("/halls")
final class HallController {
    private final Assets assets;

    HallController(Assets assets) {
        this.assets = assets;
    }

    @Get("/gallery")
    String gallery() {
        return assets.url("gallery.js");
    }

    @Get
    String list(Flash flash, Request request) {
        return request.path() + " below " + request.basePath() + ": " + flash;
    }

    @Post
    Response create() {
        return Response.seeOther("/halls").flash("Saved.").cookie(Cookie.of("last", "7"));
    }

    @Get("/{hall}")
    String show(String hall) {
        return hall;
    }

    @WebSocket("/{hall}")
    boolean join(WebSocketHandshake handshake, String hall) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(session -> session.send(hall));
        return true;
    }
}

package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@io.jetalyst.annotation.Path("/rooms")
class Rooms {
    @Get("/{room}")
    String page(String room, @QueryParam java.util.Optional<Integer> page, io.jetalyst.http.Request request) {
        return room;
    }

    @WebSocket("/{room}")
    boolean join(WebSocketHandshake handshake, String room) {
        return handshake.isRequested();
    }

    @Post
    Response add(Request request) {
        return new Response(request.text());
    }

    @Post("/form")
    java.util.List<Path> form(@FormParam java.util.List<String> names, io.jetalyst.filter.Context context) {
        return java.util.List.of();
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(409)
    Link conflict(IllegalStateException failure) {
        return new Link("");
    }
}

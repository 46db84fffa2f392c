package demo;

import io.jetalyst.annotation.Body;
import io.jetalyst.annotation.Consumes;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Produces;
import io.jetalyst.annotation.ResponseStatus;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.sse.Events;
import java.util.List;
import java.util.stream.Stream;

record Article(String title) {}

@Controller
final class Articles {
    @Get("/a")
    @Produces("csv")
    String type() {
        return "";
    }

    @Get("/b")
    @Produces("text/*")
    String range() {
        return "";
    }

    @Get("/c")
    @Produces({})
    String none() {
        return "";
    }

    @Get("/d")
    @Produces("text/csv")
    List<Article> csv() {
        return List.of();
    }

    @Get("/e")
    @Produces("text/plain")
    Stream<Article> stream() {
        return Stream.of();
    }

    @Get("/f")
    @Produces("application/json")
    Events<Article> events() {
        throw new IllegalStateException();
    }

    @Get("/g")
    @Consumes("application/json")
    String get() {
        return "";
    }

    @Post("/h")
    @Consumes("application/json; charset=utf-8")
    void parameters(Article article) {}

    @Post("/i")
    @Consumes("application/xml")
    void xml(Article article) {}

    @Post("/j")
    @Consumes("application/json")
    void form(@FormParam String title) {}

    @Post("/k")
    @Produces("text/plain")
    void nothing(@Body String text) {}

    @WebSocket("/l")
    @Produces("text/plain")
    boolean socket(WebSocketHandshake handshake) {
        return false;
    }

    @Get("/l")
    String page() {
        return "";
    }

    @OnError(IllegalStateException.class)
    @ResponseStatus(409)
    @Consumes("text/plain")
    String failed() {
        return "";
    }

    @OnError(IllegalArgumentException.class)
    @ResponseStatus(409)
    @Produces("text/plain")
    void withoutContent() {}

    @OnError(ArithmeticException.class)
    @ResponseStatus(409)
    @Produces({"text/csv", "csv"})
    List<String> list() {
        return List.of();
    }
}

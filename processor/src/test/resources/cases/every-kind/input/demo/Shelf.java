package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Delete;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Patch;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.PathParam;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.Put;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.filter.Context;
import io.jetalyst.http.Reply;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Controller
@Path("/shelf")
class Shelf {
    enum Order {
        TITLE,
        AUTHOR
    }

    record Book(String title) {}

    Shelf(List<Book> books) {}

    @Get
    List<Book> all(@QueryParam Optional<Order> order, @QueryParam @DefaultValue("TITLE") Order then) {
        return List.of();
    }

    @Get("/{id}")
    Optional<Book> one(UUID id) {
        return Optional.empty();
    }

    @Put("/{book-id}")
    void put(@PathParam("book-id") UUID id, Request request, Context context) throws IOException {}

    @Delete("/{id}")
    CompletionStage<Void> remove(UUID id) {
        return CompletableFuture.completedFuture(null);
    }

    @Post
    Response add(@QueryParam("t") String title) {
        return Response.of(Status.CREATED);
    }

    @Patch("/{id}")
    CompletableFuture<Optional<Book>> patch(UUID id, @QueryParam Optional<UUID> other) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Post("/books")
    Reply<Book> create(@QueryParam String title) {
        return Reply.created("/books/1", new Book(title));
    }

    @Post("/clear")
    CompletableFuture<Reply<Void>> clear() {
        return CompletableFuture.completedFuture(Reply.noContent());
    }

    @Get("/count")
    int count() {
        return 0;
    }

    @Get("/later")
    CompletionStage<String> later() {
        return CompletableFuture.completedFuture("later");
    }

    @Get("/map")
    Map<String, List<Book>> map() {
        return Map.of();
    }

    @Get("/array")
    Book[] array() {
        return new Book[0];
    }

    @Get("/file/{*file}")
    View file(String file) {
        return out -> {};
    }

    @Get("/text")
    Optional<String> call() {
        return Optional.empty();
    }

    @Get("/numbers")
    String numbers(
            @QueryParam int a,
            @QueryParam long b,
            @QueryParam short c,
            @QueryParam byte d,
            @QueryParam double e,
            @QueryParam float f,
            @QueryParam boolean g,
            @QueryParam char h,
            @QueryParam Integer controller,
            @QueryParam Optional<Long> context) {
        return "";
    }

    @WebSocket("/text")
    boolean call(WebSocketHandshake handshake) {
        return false;
    }

    @WebSocket(value = "/later", subprotocols = "a", subprotocolRequired = true)
    boolean socket(Context context, WebSocketHandshake handshake, Request request) throws InterruptedException {
        return false;
    }
}

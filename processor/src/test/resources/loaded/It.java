package demo;

import io.jetalyst.annotation.*;
import io.jetalyst.http.*;
import io.jetalyst.filter.Context;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.sse.*;
import io.jetalyst.view.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Stream;

@Controller
@Path("/it")
final class It {
    enum Color { RED, GREEN }
    record Thing(String name) {}

    private final StringBuilder log;

    It(StringBuilder log) { this.log = log; }

    @Get("/text/{word}") String text(String word) { return "text " + word; }
    @Get("/kinds/{id}/{n}") String kinds(UUID id, long n, @QueryParam Color color, @QueryParam boolean b,
            @QueryParam char c, @QueryParam Byte y, @QueryParam short s, @QueryParam double d, @QueryParam float f) {
        return id + " " + n + " " + color + " " + b + " " + c + " " + y + " " + s + " " + d + " " + f;
    }
    @Get("/page") String page(@QueryParam @DefaultValue("7") int page, @QueryParam Optional<Color> color) {
        return page + " " + color;
    }
    @Get("/files/{*file}") String files(String file) { return "<" + file + ">"; }
    @Post("/nothing") void nothing() { log.append("called"); }
    @Get("/response") Response response() { return Response.of(Status.CREATED); }
    @Get("/view") View view() { return out -> out.write("view".getBytes(StandardCharsets.UTF_8)); }
    @Get("/json") List<Thing> json() { return List.of(new Thing("a")); }
    @Get("/maybe/{there}") Optional<String> maybe(boolean there) { return there ? Optional.of("here") : Optional.empty(); }
    @Get("/later") CompletionStage<Optional<Thing>> later() { return CompletableFuture.completedFuture(Optional.of(new Thing("b"))); }
    @Delete("/later") CompletableFuture<Void> gone() { return CompletableFuture.completedFuture(null); }
    @Get("/reply") Reply<Thing> reply() { return Reply.created("/it/c", new Thing("c")); }
    @Get("/reply-text") CompletionStage<Optional<Reply<String>>> replyText() {
        return CompletableFuture.completedFuture(Optional.of(Reply.ok("text")));
    }
    @Get("/reply-view") Reply<View> replyView() { return Reply.ok(view()); }
    @Post("/reply") Reply<Void> replyNothing() { return Reply.of(Status.ACCEPTED); }
    @Get("/events") CompletionStage<Events<Thing>> events() {
        return CompletableFuture.completedFuture(Events.of(Stream.of(Event.of(new Thing("d")))));
    }
    @Get("/text-events") Optional<Events<String>> textEvents() { return Optional.of(Events.of(Stream.of(Event.of("e").id("1")))); }
    @Get("/streamed") Stream<Thing> streamed() { return Stream.of(new Thing("f"), new Thing("g")); }
    @Get("/fails") String fails() throws IOException { throw new IOException("disk"); }
    @Get("/framework") String framework(Request request, Context context) { return request.path() + " " + (context.request() == request); }
    @NonBlocking @WebSocket(value = "/text/{word}", maxQueuedBytes = 9, compression = Compression.CONTEXT_TAKEOVER)
    boolean socket(WebSocketHandshake handshake, String word, @QueryParam int n) {
        return handshake == null && word.equals("yes") && n == 1;
    }
}

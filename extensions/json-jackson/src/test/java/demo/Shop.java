package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Kind;
import io.jetalyst.annotation.OnError;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.EntityTag;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.socket.WebSocketHandshake;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** A controller whose types have no annotation of a JSON library. */
@Controller
@Path("/shop")
class Shop {
    /** A body with members of each presence. */
    record Order(
            String id,
            List<Line> lines,
            Optional<LocalDate> due,
            @DefaultValue("1") int copies,
            @DefaultValue("SMALL") Size size) {}

    record Line(String article, int count) {}

    enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "large";
            }
        }
    }

    sealed interface Event {}

    record Placed(Order order) implements Event {}

    record Paid(Optional<String> by) implements Event {}

    @Kind("gone")
    record Cancelled() implements Event {}

    record Page<T>(List<T> items, int total) {}

    @Post("/orders")
    Event place(Order order) {
        return new Placed(order);
    }

    @Post("/events")
    Page<Event> echo(Event event) {
        return new Page<>(List.of(event, new Cancelled()), 2);
    }

    @Get("/events")
    Stream<Event> events() {
        return Stream.of(new Paid(Optional.of("Ada")), new Cancelled());
    }

    @Get("/built")
    Response built() {
        return Response.json(new Paid(Optional.of("Ada"))).etag(EntityTag.of("1"));
    }

    @Get("/list")
    CompletionStage<Response> list() {
        return CompletableFuture.supplyAsync(() -> Response.json(
                Map.of("events", List.of(new Cancelled(), new Paid(Optional.empty())), "next", Optional.empty())));
    }

    @Get("/failing")
    Response failing() {
        throw new IllegalStateException("on purpose");
    }

    @Get("/unknown")
    Response unknown() {
        return Response.json(List.of(this));
    }

    @OnError(IllegalStateException.class)
    Response conflict(IllegalStateException problem) {
        return Response.json(new Line("x", 0)).status(Status.CONFLICT);
    }

    @WebSocket("/events")
    boolean open(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onMessage(Event.class, (session, event) -> session.sendJson(event));
        return true;
    }
}

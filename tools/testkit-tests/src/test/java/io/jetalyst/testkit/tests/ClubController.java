package io.jetalyst.testkit.tests;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.socket.WebSocketSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The endpoints that the tests of the test kit use. */
@Controller
@Path("/club")
final class ClubController {
    private final Topic<Event> events;
    private final Doors doors;

    ClubController(Topics topics, Doors doors) {
        this.events = topics.topic("club", Event.class);
        this.doors = doors;
    }

    @Get("/guest/{name}")
    Guest guest(String name) {
        return new Guest(name, 7);
    }

    @Get("/leave")
    Response leave() {
        return Response.seeOther("/club/guest/nobody");
    }

    @Post("/echo")
    Response echo(Request request) {
        return Response.of(Status.CREATED)
                .header("X-Type", request.header("Content-Type").orElse("none"));
    }

    @Get("/never")
    CompletionStage<String> never() {
        return new CompletableFuture<>();
    }

    @Get("/events")
    String eventsPage() {
        return "Publishes joins and messages.";
    }

    /** Publishes joins and messages; closes with the code that the client requests. */
    @WebSocket("/events")
    boolean events(WebSocketHandshake handshake, @QueryParam String who) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onOpen(session -> {
                    events.subscribe(session);
                    events.publish(new Event.Joined(who));
                })
                .onMessage(Command.class, (session, command) -> handle(session, who, command))
                .onClose((session, status) -> doors.ended(status));
        return true;
    }

    private void handle(WebSocketSession session, String who, Command command) {
        if (command instanceof Command.Say say) {
            events.publish(new Event.Said(who, say.text()));
        } else if (command instanceof Command.Leave leave) {
            session.close(leave.code(), who + " left");
        }
    }

    @Get("/echo")
    String echoPage() {
        return "Echoes messages.";
    }

    /** Echoes messages. */
    @WebSocket("/echo")
    boolean echo(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake
                .onText((session, text) -> session.send(text))
                .onBinary((session, bytes) -> session.send(bytes))
                .onClose((session, status) -> doors.ended(status));
        return true;
    }
}

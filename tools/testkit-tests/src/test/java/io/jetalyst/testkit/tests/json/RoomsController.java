package io.jetalyst.testkit.tests.json;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Kind;
import io.jetalyst.annotation.Post;
import io.jetalyst.codec.BodyReader;
import io.jetalyst.codec.Codecs;
import io.jetalyst.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The types of the page about JSON. */
@Controller
final class RoomsController {
    record Tag(String text) {}

    record NewRoom(
            String name,
            Optional<String> topic,
            @DefaultValue("20") int seats,
            List<Tag> tags) {}

    sealed interface Event {}

    // {"type":"joined","who":"Ada"}
    record Joined(String who) implements Event {}

    // {"type":"error","text":"..."}
    @Kind("error")
    record Refused(String text) implements Event {}

    private final BodyReader<NewRoom> rooms;

    RoomsController(Codecs codecs) {
        this.rooms = codecs.jsonReader(NewRoom.class);
    }

    @Post("/rooms")
    NewRoom create(NewRoom room) {
        return room;
    }

    @Get("/room")
    NewRoom stored() {
        return rooms.read("{\"name\":\"tea\",\"tags\":[]}".getBytes(StandardCharsets.UTF_8));
    }

    @Post("/events")
    Event echo(Event event) {
        return event;
    }

    @Get("/events")
    Response events() {
        return Response.json(List.of(new Joined("Ada"), new Refused("full"))).header("Cache-Control", "no-store");
    }
}

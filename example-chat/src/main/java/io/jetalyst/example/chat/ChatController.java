package io.jetalyst.example.chat;

import gg.jte.models.runtime.JteModel;
import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.config.Settings;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import java.util.Optional;
import java.util.UUID;

/** A room: whoever opens the path with a browser gets the page, and the page opens the socket on the same path. */
@Controller
@Path("/chat/{room}")
final class ChatController {
    private final Rooms rooms;
    private final Templates templates;

    ChatController(Topics topics, Settings settings, Templates templates) {
        this.rooms = new Rooms(topics, settings);
        this.templates = templates;
    }

    /** The page. */
    @Get
    JteModel page(String room) {
        return templates.room(RoomName.of(room).text());
    }

    /**
     * The socket. A client that sends faster than its rate is read more slowly, and loses nothing.
     *
     * @param token known to one browser tab alone; who comes back with it, after a broken connection, is the same member
     */
    @WebSocket(messagesPerSecond = 4)
    boolean join(
            WebSocketHandshake handshake,
            String room,
            @QueryParam @DefaultValue("guest") String name,
            @QueryParam Optional<UUID> token) {
        if (!handshake.isRequested()) {
            return false; // no handshake in this request: the page answers
        }
        Visit visit = new Visit(rooms, RoomName.of(room), token.orElseGet(UUID::randomUUID), name);
        handshake.onOpen(visit::open).onMessage(ClientMessage.class, visit).onMalformedMessage(visit::mishear);
        return true;
    }
}

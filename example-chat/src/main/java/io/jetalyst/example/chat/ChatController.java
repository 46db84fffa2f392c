package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.config.Settings;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;
import java.util.Optional;
import java.util.UUID;

/** A room. A browser that opens the path receives the page, and the page opens the socket on the same path. */
@Controller
@Path("/chat/{room}")
final class ChatController {
    private final Rooms rooms;
    private final Assets assets;
    private final Templates templates;

    ChatController(Topics topics, Settings settings, Assets assets, Templates templates) {
        this.rooms = new Rooms(topics, settings);
        this.assets = assets;
        this.templates = templates;
    }

    /** The page, or a redirect to it if only capital letters or blanks are wrong in the name of the room. */
    @Get
    Response page(String room, Request request) {
        Optional<RoomName> meant = RoomName.meant(room);
        return meant.isPresent() && !meant.get().text().equals(room)
                ? Response.seeOther(ChatControllerLinks.page(meant.get().text()))
                : Response.html(templates
                        .room(assets, request, RoomName.of(room).text(), MessageText.MAX_LENGTH, NickName.MAX_LENGTH)
                        .render());
    }

    /**
     * The socket. If a client sends more than 20 messages a second for a while, the server reads them at that rate and drops none. If
     * the client goes on for so long that the server holds it back for ten seconds, the server closes the session with 1008.
     *
     * @param token a secret of one browser tab; a client that reconnects with it is the same member
     */
    @WebSocket(messagesPerSecond = 20)
    boolean join(
            WebSocketHandshake handshake,
            String room,
            @QueryParam @DefaultValue("guest") String name,
            @QueryParam Optional<UUID> token) {
        if (!handshake.isRequested()) {
            return false; // no handshake in this request: the page answers
        }
        Visit visit = new Visit(rooms, RoomName.of(room), token.orElseGet(UUID::randomUUID), name);
        handshake.onOpen(visit::open).onMessage(ClientMessage.class, visit).onMalformedMessage(visit::refuse);
        return true;
    }
}

package io.jetalyst.example.chat;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.FormParam;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.Post;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.config.Settings;
import io.jetalyst.example.chat.views.Templates;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.session.Session;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;
import io.jetalyst.view.Assets;
import java.util.Optional;

/** A room. A browser that opens the path receives the page, and the page opens the socket on the same path. */
@Controller
@Path("/chat/{room}")
final class ChatController {
    /** The close code for a browser without a name: the page shows the form again. */
    private static final int NO_NAME = 4001;

    private final Rooms rooms;
    private final Posts posts;
    private final Networks networks;
    private final Assets assets;
    private final Templates templates;

    ChatController(
            Topics topics, Settings settings, People people, Pictures pictures, Assets assets, Templates templates) {
        this.networks = new Networks(settings);
        this.rooms = new Rooms(topics, settings, people, networks);
        this.posts = new Posts(pictures);
        this.assets = assets;
        this.templates = templates;
    }

    /**
     * The page, or the form for a name if the browser has none yet, or a redirect if only capital letters or blanks are wrong in the name of
     * the room.
     */
    @Get
    Response page(String room, Request request, Session session) {
        Optional<RoomName> meant = RoomName.meant(room);
        if (meant.isPresent() && !meant.get().text().equals(room)) {
            return Response.seeOther(ChatControllerLinks.page(meant.get().text()));
        }
        String name = RoomName.of(room).text();
        return Account.of(session).isEmpty()
                ? entrance(name, request, "", "")
                : Response.html(templates
                        .room(
                                assets,
                                request,
                                name,
                                MessageText.MAX_LENGTH,
                                NickName.MAX_LENGTH,
                                MessageText.MAX_DESCRIPTION,
                                Picture.MAX_BYTES)
                        .render());
    }

    /** Takes the name of the form, for all rooms. */
    @Post
    Response enter(String room, @FormParam @DefaultValue("") String name, Request request, Session session) {
        String valid = RoomName.of(room).text();
        try {
            NickName wish = NickName.of(name);
            long delay = Account.of(session).isEmpty() ? networks.delay(request.remoteAddress()) : 0;
            if (delay > 0) {
                return entrance(
                                valid,
                                request,
                                name,
                                "Many people at your address have entered. Try again in " + delay + " s.")
                        .status(Status.TOO_MANY_REQUESTS)
                        .header("Retry-After", Long.toString(delay));
            }
            rooms.rename(session, wish);
            session.renewId(); // somebody who knows the id from before has no access
            return Response.seeOther(ChatControllerLinks.page(valid));
        } catch (Refusal refusal) {
            return entrance(valid, request, name, refusal.text()).status(Status.UNPROCESSABLE_CONTENT);
        }
    }

    /**
     * The socket. If a client sends more than 20 messages a second for a while, the server reads them at that rate and drops none. If
     * the client goes on for so long that the server holds it back for ten seconds, the server closes the session with 1008.
     */
    @WebSocket(messagesPerSecond = 20)
    boolean join(WebSocketHandshake handshake, String room, Session browser) {
        if (!handshake.isRequested()) {
            return false; // no handshake in this request: the page answers
        }
        Visit visit = new Visit(
                rooms,
                posts,
                rooms.room(RoomName.of(room)),
                browser,
                handshake.request().remoteAddress());
        if (Account.of(browser).isEmpty()) {
            handshake.onOpen(session -> session.close(NO_NAME, "Enter a name first."));
            return true;
        }
        handshake
                .onOpen(visit::open)
                .onMessage(ClientMessage.class, visit)
                .onMalformedMessage(visit::refuse)
                .onClose(visit::close);
        return true;
    }

    private Response entrance(String room, Request request, String name, String problem) {
        return Response.html(templates
                .entrance(assets, request, room, NickName.MAX_LENGTH, name, problem)
                .render());
    }
}

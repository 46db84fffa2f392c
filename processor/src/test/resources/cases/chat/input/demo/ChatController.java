package demo;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.DefaultValue;
import io.jetalyst.annotation.Get;
import io.jetalyst.annotation.Path;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
@Path("/chat/{room}")
final class ChatController {
    private final Topics topics;

    ChatController(Topics topics) {
        this.topics = topics;
    }

    @Get
    ChatPage page(String room) {
        return new ChatPage(room);
    }

    @WebSocket(origins = "https://example.org", subprotocols = {"chat.v2", "chat.v1"})
    boolean join(WebSocketHandshake handshake, String room, @QueryParam @DefaultValue("guest") String name) {
        return handshake.isRequested() && topics != null;
    }
}

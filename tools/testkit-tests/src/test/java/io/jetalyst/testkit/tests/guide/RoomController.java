package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** A topic with members. */
@Controller
final class RoomController {
    private static final TopicOptions OPTIONS = TopicOptions.DEFAULT.history(50).maxMembers(2);

    private final Topics topics;

    RoomController(Topics topics) {
        this.topics = topics;
    }

    @WebSocket("/rooms/{name}")
    boolean room(WebSocketHandshake handshake, String name, @QueryParam String who) {
        if (!handshake.isRequested()) {
            return false;
        }
        PresenceTopic<String, String> room =
                topics.topic("rooms/" + name, String.class, OPTIONS, String.class, new RoomPresence());
        handshake
                .onOpen(session -> {
                    try {
                        room.subscribe(session, who);
                    } catch (TopicLimitException full) {
                        session.close(4001, "This room is full.");
                    }
                })
                .onText((session, text) -> room.publish(who + ": " + text));
        return true;
    }
}

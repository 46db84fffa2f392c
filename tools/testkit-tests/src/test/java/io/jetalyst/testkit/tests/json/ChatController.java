package io.jetalyst.testkit.tests.json;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.QueryParam;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
final class ChatController {
    record Say(String text) {}

    sealed interface Event {}

    record Joined(String who) implements Event {}

    record Said(String who, String text) implements Event {}

    record Left(String who) implements Event {}

    private final Topics topics;

    ChatController(Topics topics) {
        this.topics = topics;
    }

    @WebSocket("/chat/{room}")
    boolean open(WebSocketHandshake handshake, String room, @QueryParam String who) {
        if (!handshake.isRequested()) {
            return false;
        }
        Topic<Event> events = topics.topic("chat/" + room, Event.class);
        handshake
                .onOpen(session -> {
                    events.subscribe(session);
                    events.publish(new Joined(who));
                })
                .onMessage(Say.class, (session, say) -> events.publish(new Said(who, say.text())))
                .onClose((session, status) -> events.publish(new Left(who)));
        return true;
    }
}

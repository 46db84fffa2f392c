package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

@Controller
record RoomController(Topics topics) {
    record Say(String text) {}

    record Said(String name, String text) {}

    @WebSocket("/rooms/{room}/{name}")
    boolean join(String room, String name, WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        Topic<Said> topic = topics.topic("rooms/" + room, Said.class);
        handshake.onOpen(session -> topic.subscribe(session).publish(new Said(name, "joined")));
        handshake.onMessage(Say.class, (session, say) -> topic.publish(new Said(name, say.text())));
        handshake.onClose((session, status) -> topic.publish(new Said(name, "left")));
        return true;
    }
}

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
final class LoungeController {
    private static final TopicOptions OPTIONS = TopicOptions.DEFAULT.history(50).maxMembers(2);

    private final Topics topics;

    LoungeController(Topics topics) {
        this.topics = topics;
    }

    @WebSocket("/lounges/{name}")
    boolean lounge(WebSocketHandshake handshake, String name, @QueryParam String who) {
        if (!handshake.isRequested()) {
            return false;
        }
        PresenceTopic<String, String> lounge =
                topics.topic("lounges/" + name, String.class, OPTIONS, String.class, new LoungePresence());
        handshake
                .onOpen(session -> {
                    try {
                        lounge.subscribe(session, who);
                    } catch (TopicLimitException full) {
                        session.close(4001, "This lounge is full.");
                    }
                })
                .onText((session, text) -> lounge.publish(who + ": " + text));
        return true;
    }
}

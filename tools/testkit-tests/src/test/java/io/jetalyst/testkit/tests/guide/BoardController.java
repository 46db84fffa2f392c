package io.jetalyst.testkit.tests.guide;

import io.jetalyst.annotation.Controller;
import io.jetalyst.annotation.WebSocket;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** A topic with a history, and a session that exceeds a limit. */
@Controller
final class BoardController {
    private final Topics topics;

    BoardController(Topics topics) {
        this.topics = topics;
    }

    @WebSocket("/board")
    boolean board(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        Topic<String> board = topics.topic("board", String.class, TopicOptions.DEFAULT.history(2));
        handshake.onOpen(board::subscribe).onText((session, text) -> board.publish(text));
        return true;
    }

    @WebSocket("/boards")
    boolean boards(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(session -> {
            topics.topic("one board", String.class).subscribe(session);
            topics.topic("another board", String.class).subscribe(session);
        });
        return true;
    }
}

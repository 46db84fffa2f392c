package io.jetalyst.benchmarks;

import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketHandshake;

/** The measured endpoints, for listeners on any thread. */
final class Endpoints {
    /** A load is what a rate is there to hold back. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private final Topic<String> everybody;

    Endpoints(Topics topics, String name) {
        this.everybody = topics.topic(name, String.class);
    }

    /** Echoes each message. */
    boolean echo(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onText((session, text) -> session.send(text)).onBinary((session, bytes) -> session.send(bytes));
        return true;
    }

    /** Says to all what one of them says. */
    boolean chat(WebSocketHandshake handshake) {
        if (!handshake.isRequested()) {
            return false;
        }
        handshake.onOpen(everybody::subscribe).onText((session, text) -> everybody.publish(text));
        return true;
    }
}

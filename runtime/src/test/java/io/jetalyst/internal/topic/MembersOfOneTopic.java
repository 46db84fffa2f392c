package io.jetalyst.internal.topic;

import io.jetalyst.internal.socket.Fixture;
import io.jetalyst.internal.socket.MemoryWire;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.WebSocketSession;
import java.util.ArrayList;
import java.util.List;

/** Sessions without a network, and one topic with members. */
abstract class MembersOfOneTopic {
    final MemoryHub hub = new MemoryHub();
    final Fixture fixture = new Fixture(hub);
    final PresenceTopic<String, Integer> topic = topic(fixture);
    final List<WebSocketSession> sessions = new ArrayList<>();

    MemoryWire open() {
        return fixture.open(handshake -> handshake.onOpen(sessions::add));
    }

    static PresenceTopic<String, Integer> topic(Fixture of) {
        return of.sockets
                .topics()
                .topic("room", String.class, TopicOptions.DEFAULT.history(10), Integer.class, new Counted());
    }
}

package io.jetalyst.example.chat;

import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;

/**
 * A room. It exists while it has members, and its history for a while longer.
 *
 * @param talk has the members, the messages and the history
 * @param typing has no history, so nobody learns later who was typing
 */
record Room(RoomName name, PresenceTopic<RoomEvent, Person> talk, Topic<RoomEvent> typing) {
    /** Makes a session this member, in place of the one that it was. */
    void seat(WebSocketSession session, Person person) {
        session.sendJson(new RoomEvent.You(person)); // before the events that all members receive
        typing.subscribe(session);
        talk.subscribe(session, person);
    }

    /** Takes the seat of a session, which may still be open. */
    void leave(WebSocketSession session) {
        typing.unsubscribe(session);
        talk.unsubscribe(session);
    }
}

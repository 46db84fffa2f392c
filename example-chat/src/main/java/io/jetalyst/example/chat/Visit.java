package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.WebSocketSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One session in one room, which it leaves when it ends. Its listeners are called one at a time. */
final class Visit implements ClientMessage_Listener {
    private final Rooms rooms;
    private final PresenceTopic<RoomEvent, Person> room;
    private final String id;
    private final String wish;
    private @Nullable Person self;

    /** @param token a secret of the visitor's; the others see only what follows from it */
    Visit(Rooms rooms, RoomName name, UUID token, String wish) {
        this.rooms = rooms;
        this.room = rooms.room(name);
        this.id = Digest.of(token.toString().getBytes(US_ASCII)).hex();
        this.wish = wish;
    }

    /** Enters the room, or says why not and closes. */
    void open(WebSocketSession session) {
        try {
            self = rooms.enter(session, room, id, NickName.of(wish));
        } catch (Refusal refusal) {
            session.sendJson(refusal.event(""));
            session.close(refusal.closeCode(), refusal.text());
        }
    }

    /** Does what a message asks, or says why not. */
    @Override
    public void onMessage(WebSocketSession session, ClientMessage message) throws Exception {
        if (self == null) {
            return; // refused, and about to be closed
        }
        try {
            ClientMessage_Listener.super.onMessage(session, message);
        } catch (Refusal refusal) {
            session.sendJson(refusal.event(message.ref()));
        }
    }

    @Override
    public void onSay(WebSocketSession session, ClientMessage.Say message) throws Refusal {
        String text = MessageText.of(message.text()).text();
        room.publish(new RoomEvent.Said(requireNonNull(self), text, RoomEvent.now(), message.ref()));
    }

    @Override
    public void onRename(WebSocketSession session, ClientMessage.Rename message) throws Refusal {
        self = rooms.call(session, room, id, NickName.of(message.name()));
    }

    @Override
    public void onPing(WebSocketSession session, ClientMessage.Ping message) {
        session.sendJson(new RoomEvent.Pong());
    }

    /** Says that a message is none of those that a browser may send. */
    void mishear(WebSocketSession session, MalformedMessage message) {
        session.sendJson(new RoomEvent.Refused("malformed", "The server does not understand this message.", ""));
    }
}

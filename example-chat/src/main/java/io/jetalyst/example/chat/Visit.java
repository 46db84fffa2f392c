package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One session in one room, from its handshake to its close. Its listeners are called one at a time. */
final class Visit implements ClientMessage_Listener {
    private static final int CROWD = 50;

    private final Rooms rooms;
    private final PresenceTopic<RoomEvent, Person> room;
    private final String id;
    private final String wish;
    private final Topic<RoomEvent> typing;
    private final RoomName name;
    private final RateLimit keystrokes = new RateLimit(3, Duration.ofSeconds(2), System::nanoTime);
    private final RateLimit renames = new RateLimit(5, Duration.ofSeconds(20), System::nanoTime);
    private @Nullable Person self;

    /** @param token a secret of the client; other clients see an id that is computed from it */
    Visit(Rooms rooms, RoomName name, UUID token, String wish) {
        this.rooms = rooms;
        this.name = name;
        this.room = rooms.room(name);
        this.typing = rooms.typing(name);
        this.id = Digest.of(token.toString().getBytes(US_ASCII)).hex();
        this.wish = wish;
    }

    /** Enters the room, or sends the reason why not and closes the session. */
    void open(WebSocketSession session) {
        try {
            self = rooms.enter(session, room, typing, id, NickName.of(wish));
        } catch (Refusal refusal) {
            session.sendJson(refusal.event(""));
            session.close(refusal.closeCode(), refusal.text());
        }
    }

    /** Does what a message asks for, or sends the reason why not. */
    @Override
    public void onMessage(WebSocketSession session, ClientMessage message) throws Exception {
        if (self == null) {
            return; // open() refused this session, and it is about to close
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
        if (rooms.isNew(name, id, message.ref())) {
            room.publish(new RoomEvent.Said(requireNonNull(self), text, RoomEvent.now(), message.ref()));
        } else {
            session.sendJson(new RoomEvent.Received(message.ref()));
        }
    }

    /** Nothing is missing if such an event is dropped. In a crowd nobody reads them, and they would be most of the traffic. */
    @Override
    public void onTyping(WebSocketSession session, ClientMessage.Typing message) {
        if (keystrokes.allows() && typing.subscribers() <= CROWD) {
            typing.publish(new RoomEvent.Typing(requireNonNull(self)));
        }
    }

    @Override
    public void onRename(WebSocketSession session, ClientMessage.Rename message) throws Refusal {
        NickName wish = NickName.of(message.name());
        if (!renames.allows()) {
            throw Refusal.forNow("too-many-names", "You changed your name too often. Try again in 20 seconds.");
        }
        self = rooms.rename(session, room, id, wish);
    }

    @Override
    public void onPing(WebSocketSession session, ClientMessage.Ping message) {
        session.sendJson(new RoomEvent.Pong());
    }

    /** Answers a message that is not one of {@link ClientMessage}. */
    void refuse(WebSocketSession session, MalformedMessage message) {
        session.sendJson(new RoomEvent.Refused("malformed", "The server does not understand this message.", ""));
    }
}

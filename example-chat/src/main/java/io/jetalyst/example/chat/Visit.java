package io.jetalyst.example.chat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.WebSocketSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One session in one room. Its listeners are called one at a time. */
final class Visit implements ClientMessage_Listener {
    private final Rooms rooms;
    private final RoomName name;
    private final String id;
    private final String wish;
    private @Nullable Room room;

    /** @param token a secret of the visitor's; the others see only what follows from it */
    Visit(Rooms rooms, RoomName name, UUID token, String wish) {
        this.rooms = rooms;
        this.name = name;
        this.id = Digest.of(token.toString().getBytes(US_ASCII)).hex();
        this.wish = wish;
    }

    /** Enters the room, or says why not and closes. */
    void open(WebSocketSession session) {
        try {
            NickName nickName = NickName.of(wish);
            Room entered = rooms.takeSeat(name);
            room = entered;
            entered.enter(session, id, nickName);
        } catch (Refusal refusal) {
            session.sendJson(RoomEvent.class, refusal.event(""));
            session.close(refusal.closeCode(), refusal.text());
        }
    }

    /** Does what a message asks, or says why not. */
    @Override
    public void onMessage(WebSocketSession session, ClientMessage message) throws Exception {
        if (room == null) {
            return; // refused, and about to be closed
        }
        try {
            ClientMessage_Listener.super.onMessage(session, message);
        } catch (Refusal refusal) {
            session.sendJson(RoomEvent.class, refusal.event(message.ref()));
        }
    }

    @Override
    public void onSay(WebSocketSession session, ClientMessage.Say message) throws Refusal {
        requireNonNull(room).say(session, id, MessageText.of(message.text()), message.ref());
    }

    @Override
    public void onRename(WebSocketSession session, ClientMessage.Rename message) throws Refusal {
        requireNonNull(room).rename(id, NickName.of(message.name()));
    }

    @Override
    public void onPing(WebSocketSession session, ClientMessage.Ping message) {
        session.sendJson(RoomEvent.class, new RoomEvent.Pong());
    }

    /** Says that a message is none of those that a browser may send. */
    void mishear(WebSocketSession session, MalformedMessage message) {
        session.sendJson(
                RoomEvent.class,
                new RoomEvent.Refused("malformed", "The server does not understand this message.", ""));
    }

    /** Leaves the room. */
    void close(WebSocketSession session, CloseStatus status) {
        Room entered = room;
        if (entered != null) {
            room = null;
            entered.leave(session, id);
            rooms.giveBackSeat(entered);
        }
    }
}

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
    private static final int BURST = 20;
    private static final int PER_SECOND = 4;
    /** Less than the framework lets in at once; what comes later comes too slowly to be ignored so often in a row. */
    private static final int PATIENCE = 50;

    private final Rooms rooms;
    private final RoomName name;
    private final String id;
    private final String wish;
    private final RateLimit rate = new RateLimit(BURST, PER_SECOND, System::nanoTime);
    private @Nullable Room room;
    private int ignored;

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
            checkRate();
            ClientMessage_Listener.super.onMessage(session, message);
        } catch (Refusal refusal) {
            refuse(session, refusal, message.ref());
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
        try {
            checkRate();
            throw Refusal.of("malformed", "The server does not understand this message.");
        } catch (Refusal refusal) {
            refuse(session, refusal, "");
        }
    }

    private void refuse(WebSocketSession session, Refusal refusal, String ref) {
        session.sendJson(RoomEvent.class, refusal.event(ref));
        if (ignored > PATIENCE) {
            session.close(CloseStatus.POLICY_VIOLATION, "Too many messages.");
        }
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

    private void checkRate() throws Refusal {
        if (!rate.take()) {
            ignored++;
            throw Refusal.forNow("too-fast", "That was too fast. Wait a moment, then send it again.");
        }
        ignored = 0;
    }
}

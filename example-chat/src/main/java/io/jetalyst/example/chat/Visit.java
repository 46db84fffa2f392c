package io.jetalyst.example.chat;

import static java.util.Objects.requireNonNull;

import io.jetalyst.session.Session;
import io.jetalyst.socket.CloseStatus;
import io.jetalyst.socket.MalformedMessage;
import io.jetalyst.socket.WebSocketSession;
import java.net.SocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One tab in one room, from its handshake to its close. Its listeners are called one at a time. */
final class Visit implements ClientMessage_Listener {
    private static final int CROWD = 50;

    private final Rooms rooms;
    private final Posts posts;
    private final Room room;
    private final Session browser;
    private final SocketAddress client;
    private final RateLimit keystrokes = new RateLimit(3, Duration.ofSeconds(2), System::nanoTime);
    private @Nullable WebSocketSession session;
    /** Another tab of the same person may change it. */
    private volatile @Nullable Person self;

    Visit(Rooms rooms, Posts posts, Room room, Session browser, SocketAddress client) {
        this.rooms = rooms;
        this.posts = posts;
        this.room = room;
        this.browser = browser;
        this.client = client;
    }

    Room room() {
        return room;
    }

    boolean isIn(RoomName name) {
        return room.name().equals(name);
    }

    Session browser() {
        return browser;
    }

    SocketAddress client() {
        return client;
    }

    Person self() {
        return requireNonNull(self);
    }

    /** Enters the room, or sends the reason why not and closes the session. */
    void open(WebSocketSession opened) {
        session = opened;
        try {
            rooms.enter(this);
            posts.updateMembers(room, rooms);
        } catch (Refusal refusal) {
            end(opened, refusal);
        }
    }

    /** Ends the visit, for a tab that the same person has opened later. Only {@link Rooms} calls it. */
    void giveWay(Refusal reason) {
        WebSocketSession seated = requireNonNull(session);
        room.leave(seated);
        end(seated, reason);
    }

    private static void end(WebSocketSession session, Refusal reason) {
        session.sendJson(reason.event(""));
        session.close(reason.closeCode(), reason.text());
    }

    /** Makes this tab a member, or another one. Only {@link Rooms} calls it. */
    void become(Person person) {
        room.seat(requireNonNull(session), person);
        self = person;
    }

    void close(WebSocketSession closed, CloseStatus status) {
        if (self != null) {
            rooms.leave(this);
            posts.updateMembers(room, rooms);
        }
    }

    /** Does what a message asks for, or sends the reason why not. */
    @Override
    public void onMessage(WebSocketSession sender, ClientMessage message) throws Exception {
        if (self == null) {
            return; // open() refused this session, and it is about to close
        }
        try {
            ClientMessage_Listener.super.onMessage(sender, message);
        } catch (Refusal refusal) {
            sender.sendJson(refusal.event(message.ref()));
        }
    }

    @Override
    public void onSay(WebSocketSession sender, ClientMessage.Say message) throws Refusal {
        confirm(sender, message.ref(), posts.say(room, self(), message));
    }

    @Override
    public void onShow(WebSocketSession sender, ClientMessage.Show message) throws Refusal {
        confirm(sender, message.ref(), posts.show(room, self(), message));
    }

    /** All members receive a new message, the sender, too. */
    private static void confirm(WebSocketSession sender, String ref, boolean isNew) {
        if (!isNew) {
            sender.sendJson(new RoomEvent.Received(ref));
        }
    }

    @Override
    public void onRename(WebSocketSession sender, ClientMessage.Rename message) throws Refusal {
        rooms.rename(browser, NickName.of(message.name()));
    }

    /** Nothing is missing if such an event is dropped. In a crowd nobody reads them, and they would be most of the traffic. */
    @Override
    public void onTyping(WebSocketSession sender, ClientMessage.Typing message) {
        if (keystrokes.allows() && room.typing().subscribers() <= CROWD) {
            room.typing().publish(new RoomEvent.Typing(self()));
        }
    }

    @Override
    public void onPing(WebSocketSession sender, ClientMessage.Ping message) {
        sender.sendJson(new RoomEvent.Pong());
    }

    /** Answers a message that is not one of {@link ClientMessage}. */
    void refuse(WebSocketSession sender, MalformedMessage message) {
        sender.sendJson(new RoomEvent.Refused("malformed", "The server does not understand this message.", ""));
    }
}

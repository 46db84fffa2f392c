package io.jetalyst.example.chat;

import static java.util.stream.Collectors.toSet;

import io.jetalyst.config.Settings;
import io.jetalyst.example.chat.RoomEvent.You;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketSession;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The rooms of the chat. Each room is a topic: it knows its members, keeps the latest messages, and delivers all events in one order.
 * Nobody creates or closes a room: it exists while it has members, and its history for a while longer.
 *
 * <p>Two members of a topic may have the same name if their ids differ. That a name is used once is a rule of the chat, so a lock is held
 * while a name is chosen and taken. The lock belongs to this process: if several processes share the rooms, two people may still get
 * names that look alike.
 */
final class Rooms {
    private static final TopicOptions OPTIONS = TopicOptions.DEFAULT.history(50);
    private static final int MESSAGES_REMEMBERED = 20_000;

    private final Topics topics;
    private final int seats;
    private final SeenMessages seen = new SeenMessages(MESSAGES_REMEMBERED);

    Rooms(Topics topics, Settings settings) {
        this.topics = topics;
        this.seats =
                settings.get("chat.seats", "a whole number", Integer::valueOf).orElse(500);
    }

    /** The room of this name, whether it has members or not. */
    PresenceTopic<RoomEvent, Person> room(RoomName name) {
        return topics.topic("chat/" + name.text(), RoomEvent.class, OPTIONS, Person.class, new RoomPresence());
    }

    /** The second topic of a room. It has no history, so nobody learns later who was typing. */
    Topic<RoomEvent> typing(RoomName name) {
        return topics.topic("typing/" + name.text(), RoomEvent.class);
    }

    /** Whether the room has not had this message yet. Remembers it. */
    boolean isNew(RoomName name, String sender, String ref) {
        return seen.add(name.text(), sender, ref);
    }

    /**
     * Subscribes a session to a room.
     *
     * @throws Refusal if the room is full, or there are too many rooms
     */
    synchronized Person enter(
            WebSocketSession session,
            PresenceTopic<RoomEvent, Person> room,
            Topic<RoomEvent> typing,
            String id,
            NickName wish)
            throws Refusal {
        if (room.subscribers() >= seats) {
            throw Refusal.forNow("room-full", "This room is full. Try another one, or come back later.");
        }
        try {
            typing.subscribe(session);
            return rename(session, room, id, wish);
        } catch (TopicLimitException e) {
            throw Refusal.forNow("too-many-rooms", "There are too many rooms at the moment. Try one that exists.");
        }
    }

    /**
     * Gives a session this name, or the name with a number if the name of another member looks like it. A member that had another name
     * leaves, and joins again.
     */
    synchronized Person rename(
            WebSocketSession session, PresenceTopic<RoomEvent, Person> room, String id, NickName wish) {
        Person self = new Person(id, free(wish, id, room.members()).text());
        session.sendJson(new You(self)); // before the events that all members receive
        room.subscribe(session, self);
        return self;
    }

    private static NickName free(NickName wish, String id, List<Person> members) {
        Set<String> taken = members.stream()
                .filter(member -> !member.id().equals(id))
                .flatMap(member -> NameShape.of(member.name()).stream())
                .collect(toSet());
        NickName name = wish;
        for (int number = 2; !Collections.disjoint(taken, name.shape()); number++) {
            name = wish.numbered(number);
        }
        return name;
    }
}

package io.jetalyst.example.chat;

import static java.util.stream.Collectors.toSet;

import io.jetalyst.config.Settings;
import io.jetalyst.example.chat.RoomEvent.You;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import io.jetalyst.socket.WebSocketSession;
import java.util.List;
import java.util.Set;

/**
 * The rooms. Each is a topic, which knows who is there, keeps what was said last, and tells everybody all of it in one order. Nobody
 * begins or ends one: a room is there while somebody is in it.
 *
 * <p>To a topic, members of one name are two if their ids differ. That a name is free is our own rule, so it is chosen and taken
 * under a lock. The lock is one of this process: where several share the rooms, two people may still get one name.
 */
final class Rooms {
    private static final TopicOptions OPTIONS = TopicOptions.DEFAULT.history(50);

    private final Topics topics;
    private final int seats;

    Rooms(Topics topics, Settings settings) {
        this.topics = topics;
        this.seats =
                settings.get("chat.seats", "a whole number", Integer::valueOf).orElse(500);
    }

    /** The room of this name, whether somebody is in it or not. */
    PresenceTopic<RoomEvent, Person> room(RoomName name) {
        return topics.topic("chat/" + name.text(), RoomEvent.class, OPTIONS, Person.class, new RoomPresence());
    }

    /**
     * Lets a session in.
     *
     * @throws Refusal if the room is full, or there are too many rooms
     */
    synchronized Person enter(WebSocketSession session, PresenceTopic<RoomEvent, Person> room, String id, NickName wish)
            throws Refusal {
        if (room.subscribers() >= seats) {
            throw Refusal.forNow("room-full", "This room is full. Try another one, or come back later.");
        }
        try {
            return call(session, room, id, wish);
        } catch (TopicLimitException e) {
            throw Refusal.forNow("too-many-rooms", "There are too many rooms at the moment. Try one that exists.");
        }
    }

    /** Gives a session this name, or one like it if somebody else has it. Who had another one leaves, and joins anew. */
    synchronized Person call(
            WebSocketSession session, PresenceTopic<RoomEvent, Person> room, String id, NickName wish) {
        Person self = new Person(id, free(wish, id, room.members()).text());
        session.sendJson(new You(self)); // before the session hears of it as all do
        room.subscribe(session, self);
        return self;
    }

    private static NickName free(NickName wish, String id, List<Person> members) {
        Set<String> taken = members.stream()
                .filter(member -> !member.id().equals(id))
                .map(member -> new NickName(member.name()).folded())
                .collect(toSet());
        NickName name = wish;
        for (int number = 2; taken.contains(name.folded()); number++) {
            name = wish.numbered(number);
        }
        return name;
    }
}

package io.jetalyst.internal.socket;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.codec.Codecs;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The topics of one process. A name is in the map while somebody is subscribed, so empty topics take no room. */
final class LocalTopics implements Topics {
    private static final int MAX_NAME = 256;

    private final Codecs codecs;
    private final ConcurrentHashMap<String, Room> rooms = new ConcurrentHashMap<>();

    LocalTopics(Codecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public <T> Topic<T> topic(String name, Class<T> type) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "a topic's name has 1 to " + MAX_NAME + " characters, not " + name.length());
        }
        room(name, type);
        return new LocalTopic<>(this, name, type, writer(type));
    }

    /** The room of this name, if anybody is in it. */
    Optional<Room> room(String name, Class<?> type) {
        Room room = rooms.get(name);
        if (room != null) {
            check(name, type, room);
        }
        return Optional.ofNullable(room);
    }

    void enter(String name, Class<?> type, Session session) {
        rooms.compute(name, (any, present) -> {
            Room room = present == null ? new Room(type) : check(name, type, present);
            room.add(session);
            return room;
        });
    }

    void exit(String name, Session session) {
        rooms.computeIfPresent(name, (any, room) -> room.remove(session) ? null : room);
    }

    private static Room check(String name, Class<?> type, Room room) {
        if (room.type() != type) {
            throw new IllegalStateException("topic \"" + name + "\" is in use with messages of type "
                    + room.type().getName() + ", not " + type.getName() + ". Choose another name.");
        }
        return room;
    }

    private <T> BodyWriter<T> writer(Class<T> type) {
        if (type == String.class) {
            return text -> type.cast(text).toString().getBytes(StandardCharsets.UTF_8);
        }
        return codecs.jsonWriter(type);
    }
}

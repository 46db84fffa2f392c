package io.jetalyst.internal.socket;

import io.jetalyst.codec.Codecs;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Presence;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicOptions;
import io.jetalyst.socket.Topics;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The topics that sessions of this process are subscribed to. A name is in the map while there is one. */
final class LocalTopics implements Topics {
    private static final int MAX_NAME = 256;

    private final Codecs codecs;
    private final Hub hub;
    private final int maxTopics;
    /** The rooms keep the bytes that a hub in memory keeps as well. */
    private final MemoryBudget histories = MemoryBudget.ofHeap(8);

    private final ConcurrentHashMap<String, Room<?, ?>> rooms = new ConcurrentHashMap<>();
    /** How many rooms there are, or are about to be; a map that is used by several threads cannot say that exactly. */
    private final AtomicInteger inUse = new AtomicInteger();

    LocalTopics(Codecs codecs, Hub hub, int maxTopics) {
        this.codecs = codecs;
        this.hub = hub;
        this.maxTopics = maxTopics;
    }

    @Override
    public <T> Topic<T> topic(String name, Class<T> type) {
        return topic(name, type, TopicOptions.DEFAULT);
    }

    @Override
    public <T> Topic<T> topic(String name, Class<T> type, TopicOptions options) {
        return topic(name, type, options, Void.class, new Presence<>() {});
    }

    @Override
    public <T, M> PresenceTopic<T, M> topic(
            String name, Class<T> type, TopicOptions options, Class<M> member, Presence<T, M> presence) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "a topic's name has 1 to " + MAX_NAME + " characters, not " + name.length());
        }
        TopicKind<T, M> kind = new TopicKind<>(codecs, type, options, member, presence);
        room(name, kind);
        return new LocalTopic<>(this, hub, name, kind);
    }

    /** The room of this name, if anybody is in it. */
    <T, M> Optional<Room<T, M>> room(String name, TopicKind<T, M> kind) {
        Room<?, ?> room = rooms.get(name);
        return room == null ? Optional.empty() : Optional.of(check(name, kind, room));
    }

    /** Puts a session into the room of this name, which begins with its first. */
    <T, M> void enter(String name, TopicKind<T, M> kind, Session session) {
        boolean entered = false;
        while (!entered) {
            Room<T, M> room = check(name, kind, rooms.computeIfAbsent(name, any -> begin(name, kind)));
            try {
                room.open(hub);
                entered = room.add(session);
            } finally {
                endIfEmpty(name, room);
            }
        }
    }

    /** Takes a session out of the room of this name, which ends with its last. */
    Optional<Room<?, ?>> exit(String name, Session session) {
        Room<?, ?> room = rooms.get(name);
        if (room != null) {
            room.remove(session);
            endIfEmpty(name, room);
        }
        return Optional.ofNullable(room);
    }

    /** Nothing is published any more. */
    void close() {
        hub.close();
    }

    private <T, M> Room<T, M> begin(String name, TopicKind<T, M> kind) {
        if (inUse.incrementAndGet() > maxTopics) {
            inUse.decrementAndGet();
            throw new TopicLimitException("topic \"" + name + "\" would be one too many: " + maxTopics
                    + " are in use (setting server.max-topics), each while somebody is subscribed to it");
        }
        return new Room<>(name, kind, histories);
    }

    private void endIfEmpty(String name, Room<?, ?> room) {
        if (room.endIfEmpty()) {
            rooms.remove(name, room);
            inUse.decrementAndGet();
        }
    }

    @SuppressWarnings("unchecked") // kinds that agree have the same two types
    private static <T, M> Room<T, M> check(String name, TopicKind<T, M> kind, Room<?, ?> room) {
        if (!room.kind().agrees(kind)) {
            throw new IllegalStateException("topic \"" + name + "\" is in use with " + room.kind() + ", not " + kind
                    + ". Choose another name.");
        }
        return (Room<T, M>) room;
    }
}

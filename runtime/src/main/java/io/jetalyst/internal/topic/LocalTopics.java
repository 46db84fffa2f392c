package io.jetalyst.internal.topic;

import io.jetalyst.codec.Codecs;
import io.jetalyst.internal.limit.MemoryBudget;
import io.jetalyst.internal.log.LogText;
import io.jetalyst.internal.log.RepeatedLine;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics of this process. A room is in the map while it has subscribers. */
public final class LocalTopics implements Topics {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");
    private static final int MAX_NAME = 256;

    private final Codecs codecs;
    private final Hub hub;
    private final int maxTopics;
    /** The rooms hold the same byte arrays as an in-memory hub. */
    private final MemoryBudget histories = MemoryBudget.ofHeap(8);

    private final ConcurrentHashMap<String, Room<?, ?>> rooms = new ConcurrentHashMap<>();
    /** The exact number of rooms, including those that are about to be added; the size of a concurrent map is an estimate. */
    private final AtomicInteger inUse = new AtomicInteger();

    /** Each message fails while a hub has no connection to its broker. */
    private final RepeatedLine rejected = new RepeatedLine();

    public LocalTopics(Codecs codecs, Hub hub, int maxTopics) {
        this.codecs = codecs;
        this.hub = hub;
        this.maxTopics = maxTopics;
    }

    /** Logs that the hub has rejected something of this topic. */
    void logRejected(LocalTopic<?, ?> topic, Throwable failure) {
        rejected.write(more -> LOG.warn("The hub rejected a change of {}{}", topic, more, failure));
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

    /** The room of this name, if it has subscribers. */
    <T, M> Optional<Room<T, M>> room(String name, TopicKind<T, M> kind) {
        Room<?, ?> room = rooms.get(name);
        return room == null ? Optional.empty() : Optional.of(check(name, kind, room));
    }

    /** Adds a subscriber to the room of this name, and creates the room for the first one. */
    <T, M> void enter(String name, TopicKind<T, M> kind, Subscriber subscriber, @Nullable String member) {
        boolean entered = false;
        while (!entered) {
            Room<T, M> room = check(name, kind, rooms.computeIfAbsent(name, any -> begin(name, kind)));
            try {
                room.open(hub);
                entered = room.add(subscriber, member);
            } finally {
                endIfEmpty(name, room);
            }
        }
    }

    /** Removes a subscriber from the room of this name, which ends with its last. */
    void exit(String name, Subscriber subscriber) {
        Room<?, ?> room = rooms.get(name);
        if (room != null) {
            room.remove(subscriber);
            endIfEmpty(name, room);
        }
    }

    /** The number of topics with subscribers. */
    public int size() {
        return rooms.size();
    }

    /** The number of subscriptions to all topics. */
    public int subscriptions() {
        return rooms.values().stream().mapToInt(Room::size).sum();
    }

    private <T, M> Room<T, M> begin(String name, TopicKind<T, M> kind) {
        if (inUse.incrementAndGet() > maxTopics) {
            inUse.decrementAndGet();
            throw new TopicLimitException("topic \"" + LogText.of(name) + "\" would be one too many: " + maxTopics
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
            throw new IllegalStateException("topic \"" + LogText.of(name) + "\" is in use with " + room.kind()
                    + ", not " + kind + ". Choose another name.");
        }
        return (Room<T, M>) room;
    }
}

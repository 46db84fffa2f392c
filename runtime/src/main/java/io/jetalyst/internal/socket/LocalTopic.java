package io.jetalyst.internal.socket;

import io.jetalyst.codec.BodyWriter;
import io.jetalyst.socket.Topic;
import io.jetalyst.socket.WebSocketSession;

/** A handle on the room of its name; two handles of one name and type are the same topic. */
final class LocalTopic<T> implements Topic<T> {
    private final LocalTopics topics;
    private final String name;
    private final Class<T> type;
    private final BodyWriter<T> writer;

    LocalTopic(LocalTopics topics, String name, Class<T> type, BodyWriter<T> writer) {
        this.topics = topics;
        this.name = name;
        this.type = type;
        this.writer = writer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void subscribe(WebSocketSession session) {
        ours(session).subscriptions().join(this);
    }

    @Override
    public void unsubscribe(WebSocketSession session) {
        ours(session).subscriptions().leave(this);
    }

    @Override
    public void publish(T message) {
        topics.room(name, type).ifPresent(room -> room.send(writer.write(message)));
    }

    @Override
    public int subscribers() {
        return topics.room(name, type).map(Room::size).orElse(0);
    }

    void enter(Session session) {
        topics.enter(name, type, session);
    }

    void exit(Session session) {
        topics.exit(name, session);
    }

    private static Session ours(WebSocketSession session) {
        if (session instanceof Session ours) {
            return ours;
        }
        throw new IllegalArgumentException("only a session of this application can subscribe, not a "
                + session.getClass().getName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalTopic<?> topic
                && topic.topics == topics
                && topic.type == type
                && topic.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "topic " + name + " of " + type.getName();
    }
}

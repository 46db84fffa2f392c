package io.jetalyst.internal.socket;

import io.jetalyst.socket.Hub;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.WebSocketSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A handle on the room of its name; two handles of one name and kind are the same topic. */
final class LocalTopic<T, M> implements PresenceTopic<T, M> {
    private static final Logger LOG = LoggerFactory.getLogger("io.jetalyst.socket");

    private final LocalTopics topics;
    private final Hub hub;
    private final String name;
    private final TopicKind<T, M> kind;

    LocalTopic(LocalTopics topics, Hub hub, String name, TopicKind<T, M> kind) {
        this.topics = topics;
        this.hub = hub;
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void subscribe(WebSocketSession session) {
        Session subscriber = ours(session);
        subscriber.subscriptions().join(this);
        subscriber.connection().sending().flush();
    }

    @Override
    public void subscribe(WebSocketSession session, M member) {
        Session subscriber = ours(session);
        String text = kind.text(member);
        boolean inPlace = subscriber.subscriptions().isMember(this);
        topics.room(name, kind).ifPresent(room -> admit(room, text, inPlace));
        subscribe(subscriber);
        if (subscriber.subscriptions().becomeMember(this)) {
            change(subscriber, topics.room(name, kind), () -> told(hub.join(name, subscriber.id(), text)));
            if (!subscriber.subscriptions().contain(this)) {
                told(hub.leave(name, subscriber.id())); // it ended meanwhile, and may have left before it joined
            }
        }
    }

    @Override
    public void unsubscribe(WebSocketSession session) {
        Session subscriber = ours(session);
        subscriber.subscriptions().leave(this);
        subscriber.connection().sending().flush(); // what it was told while it was subscribed
    }

    @Override
    public CompletionStage<Void> publish(T message) {
        topics.room(name, kind);
        return told(hub.publish(name, kind.encode(message), kind.history()));
    }

    @Override
    public int subscribers() {
        return topics.room(name, kind).map(Room::size).orElse(0);
    }

    @Override
    public List<M> members() {
        return topics.room(name, kind).map(Room::members).orElseGet(List::of);
    }

    void enter(Session session) {
        topics.enter(name, kind, session);
    }

    void exitSilently(Session session) {
        topics.exit(name, session);
    }

    void exit(Session session) {
        Optional<Room<?, ?>> room = topics.exit(name, session);
        if (kind.hasMembers()) {
            change(session, room, () -> told(hub.leave(name, session.id())));
        }
    }

    private void admit(Room<T, M> room, String member, boolean inPlace) {
        if (!room.admits(member, inPlace)) {
            throw new TopicLimitException("topic \"" + name + "\" has " + kind.maxMembers()
                    + " members, and lets in no more (TopicOptions.maxMembers)");
        }
    }

    private static void change(Session session, Optional<? extends Room<?, ?>> room, Runnable change) {
        room.ifPresentOrElse(
                present -> present.tellSoon(change, session.connection().wire()::execute), change);
    }

    private CompletionStage<Void> told(CompletionStage<?> done) {
        return done.<Void>thenApply(any -> null).whenComplete((any, failure) -> {
            if (failure != null) {
                LOG.warn("The hub did not take what happened in {}", this, failure);
            }
        });
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
        return other instanceof LocalTopic<?, ?> topic
                && topic.topics == topics
                && topic.name.equals(name)
                && topic.kind.agrees(kind);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "topic " + name + " (" + kind + ")";
    }
}

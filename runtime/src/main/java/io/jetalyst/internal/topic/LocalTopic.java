package io.jetalyst.internal.topic;

import io.jetalyst.internal.log.LogText;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.PresenceTopic;
import io.jetalyst.socket.TopicLimitException;
import io.jetalyst.socket.TopicMessage;
import io.jetalyst.socket.WebSocketSession;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A handle on the room of its name. Two handles with the same name and kind are equal. */
final class LocalTopic<T, M> implements PresenceTopic<T, M> {
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
    public LocalTopic<T, M> subscribe(WebSocketSession session) {
        Subscriber subscriber = subscriber(session);
        subscriber.subscriptions().join(this, null);
        subscriber.flush();
        return this;
    }

    @Override
    public LocalTopic<T, M> subscribe(WebSocketSession session, M member) {
        Subscriber subscriber = subscriber(session);
        String text = kind.text(member);
        subscriber.subscriptions().join(this, text);
        if (!subscriber.subscriptions().becomeMember(this)) {
            endAdmission(text);
        } else {
            logged(hub.join(name, subscriber.id(), text)).whenComplete((joined, failure) -> {
                if (failure != null) {
                    endAdmission(text);
                }
            });
            if (!subscriber.subscriptions().contains(this)) {
                // the session ended meanwhile, perhaps before the hub received the join
                logged(hub.leave(name, subscriber.id()));
            }
        }
        // after the join: a client that reads the replay may close another session of the same member
        subscriber.flush();
        return this;
    }

    @Override
    public void unsubscribe(WebSocketSession session) {
        Subscriber subscriber = subscriber(session);
        subscriber.subscriptions().leave(this);
        subscriber.flush(); // what was queued while it was subscribed
    }

    @Override
    public CompletionStage<Void> publish(T message) {
        topics.room(name, kind);
        return logged(hub.publish(name, kind.encode(message), kind.history()));
    }

    @Override
    public Flow.Publisher<TopicMessage> messages(String after) {
        return reader -> new TopicReader(reader, after).start(this);
    }

    @Override
    public Flow.Publisher<TopicMessage> messages() {
        return reader -> new TopicReader(reader, null).start(this);
    }

    @Override
    public int subscribers() {
        return topics.room(name, kind).map(Room::size).orElse(0);
    }

    @Override
    public List<M> members() {
        return topics.room(name, kind).map(Room::members).orElseGet(List::of);
    }

    /**
     * Adds a subscriber to the room.
     *
     * @param member {@code null} if it is no member
     * @throws TopicLimitException if the room admits no more members
     */
    void enter(Subscriber subscriber, @Nullable String member) {
        topics.enter(name, kind, subscriber, member);
    }

    /**
     * Admits a subscriber of the room as this member.
     *
     * @param inPlace whether it is another member now, which leaves
     * @throws TopicLimitException if the room admits no more members
     */
    void admit(String member, boolean inPlace) {
        topics.room(name, kind).ifPresent(room -> room.admit(member, inPlace));
    }

    private void endAdmission(String member) {
        topics.room(name, kind).ifPresent(room -> room.endAdmission(member));
    }

    void exitSilently(Subscriber subscriber) {
        topics.exit(name, subscriber);
    }

    void exit(Subscriber subscriber) {
        topics.exit(name, subscriber);
        if (kind.hasMembers()) {
            logged(hub.leave(name, subscriber.id()));
        }
    }

    private CompletionStage<Void> logged(CompletionStage<?> done) {
        return done.<Void>thenApply(any -> null).whenComplete((any, failure) -> {
            if (failure != null) {
                topics.logRejected(this, failure);
            }
        });
    }

    private static Subscriber subscriber(WebSocketSession session) {
        if (session instanceof Subscriber subscriber) {
            return subscriber;
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
        return "topic " + LogText.of(name) + " (" + kind + ")";
    }
}

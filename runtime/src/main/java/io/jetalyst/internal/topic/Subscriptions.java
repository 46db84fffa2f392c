package io.jetalyst.internal.topic;

import io.jetalyst.internal.log.LogText;
import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.TopicLimitException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The topics that one session is subscribed to, until it ends. The lock is not held while a topic is left, because that may send and so
 * close other sessions. It is no monitor, because a hub may block in {@code subscribe} and would pin a virtual thread.
 */
public final class Subscriptions {
    private final Subscriber subscriber;
    private final ReentrantLock lock = new ReentrantLock();
    /** The topics, and whether the session is a member of each; created with the first subscription. */
    private @Nullable Map<LocalTopic<?, ?>, Boolean> topics;

    private boolean ended;

    public Subscriptions(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    /**
     * Joins the topic's room, unless the session has ended: nothing would remove it from the room again.
     *
     * @param member the member that it will be; {@code null} if it is only subscribed
     * @throws TopicLimitException if it has too many subscriptions, or the topic too many members
     */
    void join(LocalTopic<?, ?> topic, @Nullable String member) {
        lock.lock();
        try {
            Map<LocalTopic<?, ?>, Boolean> joined = topics == null ? new HashMap<>(4) : topics;
            if (ended) {
                return;
            }
            Boolean isMember = joined.get(topic);
            if (isMember != null) {
                if (member != null) {
                    topic.admit(member, isMember);
                }
                return;
            }
            int max = subscriber.maxSubscriptions();
            if (joined.size() >= max) {
                throw new TopicLimitException(
                        "topic \"" + LogText.of(topic.name()) + "\" would be one too many: " + subscriber
                                + " is subscribed to " + max + " (setting "
                                + SocketLimit.MAX_SUBSCRIPTIONS.setting() + ")");
            }
            topic.enter(subscriber, member);
            joined.put(topic, false);
            topics = joined;
        } finally {
            lock.unlock();
        }
    }

    boolean contains(LocalTopic<?, ?> topic) {
        lock.lock();
        try {
            return topics != null && topics.containsKey(topic);
        } finally {
            lock.unlock();
        }
    }

    /** Makes the session a member if it is subscribed; returns whether it is. */
    boolean becomeMember(LocalTopic<?, ?> topic) {
        lock.lock();
        try {
            return topics != null && topics.replace(topic, true) != null;
        } finally {
            lock.unlock();
        }
    }

    void leave(LocalTopic<?, ?> topic) {
        if (remove(topic)) {
            topic.exit(subscriber);
        }
    }

    /** Leaves all topics; from now on the session can join none. */
    public void end() {
        removeAll().forEach(topic -> topic.exit(subscriber));
    }

    /** As {@link #end}, without notifying the other members: at shutdown all of them leave, and N × N messages would take long. */
    public void endSilently() {
        removeAll().forEach(topic -> topic.exitSilently(subscriber));
    }

    private List<LocalTopic<?, ?>> removeAll() {
        lock.lock();
        try {
            ended = true;
            List<LocalTopic<?, ?>> all = topics == null ? List.of() : List.copyOf(topics.keySet());
            topics = null;
            return all;
        } finally {
            lock.unlock();
        }
    }

    private boolean remove(LocalTopic<?, ?> topic) {
        lock.lock();
        try {
            return topics != null && topics.remove(topic) != null;
        } finally {
            lock.unlock();
        }
    }
}

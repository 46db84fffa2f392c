package io.jetalyst.internal.socket;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The topics one session is subscribed to, until it ends. No lock is held while a topic is left: that may send, and so end other
 * sessions.
 */
final class Subscriptions {
    private final Session session;
    private final Set<LocalTopic<?, ?>> topics = new HashSet<>();
    private boolean over;

    Subscriptions(Session session) {
        this.session = session;
    }

    /** Joins the topic's room, unless the session has ended: then nobody would ever leave it. */
    synchronized void join(LocalTopic<?, ?> topic) {
        if (!over && !topics.contains(topic)) {
            topic.enter(session);
            topics.add(topic);
        }
    }

    synchronized boolean contain(LocalTopic<?, ?> topic) {
        return topics.contains(topic);
    }

    void leave(LocalTopic<?, ?> topic) {
        if (remove(topic)) {
            topic.exit(session);
        }
    }

    /** Leaves all topics and joins none any more. */
    void end() {
        List<LocalTopic<?, ?>> left;
        synchronized (this) {
            over = true;
            left = List.copyOf(topics);
            topics.clear();
        }
        left.forEach(topic -> topic.exit(session));
    }

    private synchronized boolean remove(LocalTopic<?, ?> topic) {
        return topics.remove(topic);
    }
}

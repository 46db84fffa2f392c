package io.jetalyst.internal.socket;

import io.jetalyst.socket.SocketLimit;
import io.jetalyst.socket.TopicLimitException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The topics one session is subscribed to, until it ends. No lock is held while a topic is left: that may send, and so end other
 * sessions.
 */
final class Subscriptions {
    private final Session session;
    /** The topics, and whether the session is a member of each. */
    private final Map<LocalTopic<?, ?>, Boolean> topics = new HashMap<>();

    private boolean over;

    Subscriptions(Session session) {
        this.session = session;
    }

    /** Joins the topic's room, unless the session has ended: then nobody would ever leave it. */
    synchronized void join(LocalTopic<?, ?> topic) {
        if (over || topics.containsKey(topic)) {
            return;
        }
        int most = session.connection().limits().subscriptions();
        if (topics.size() >= most) {
            throw new TopicLimitException("topic \"" + topic.name() + "\" would be one too many: " + session
                    + " is subscribed to " + most + " (setting "
                    + SocketLimit.MAX_SUBSCRIPTIONS.setting() + ")");
        }
        topic.enter(session);
        topics.put(topic, false);
    }

    synchronized boolean contain(LocalTopic<?, ?> topic) {
        return topics.containsKey(topic);
    }

    synchronized boolean isMember(LocalTopic<?, ?> topic) {
        return topics.getOrDefault(topic, false);
    }

    /** Whether the session is subscribed, and so a member from now on. */
    synchronized boolean becomeMember(LocalTopic<?, ?> topic) {
        return topics.replace(topic, true) != null;
    }

    void leave(LocalTopic<?, ?> topic) {
        if (remove(topic)) {
            topic.exit(session);
        }
    }

    /** Leaves all topics and joins none any more. */
    void end() {
        takeAll().forEach(topic -> topic.exit(session));
    }

    /** The same without a word to those who stay: all others leave as well, and to tell each of each would take long. */
    void endSilently() {
        takeAll().forEach(topic -> topic.exitSilently(session));
    }

    private synchronized List<LocalTopic<?, ?>> takeAll() {
        over = true;
        List<LocalTopic<?, ?>> all = List.copyOf(topics.keySet());
        topics.clear();
        return all;
    }

    private synchronized boolean remove(LocalTopic<?, ?> topic) {
        return topics.remove(topic) != null;
    }
}

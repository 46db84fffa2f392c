package io.jetalyst.testkit.tests.shop;

import io.jetalyst.socket.Topic;
import org.jspecify.annotations.Nullable;

/** A service that is no controller, and publishes. */
final class Ticker implements AutoCloseable {
    private volatile @Nullable Topic<String> news;
    volatile boolean closed;

    void start(Topic<String> topic) {
        news = topic;
    }

    void tick(String text) {
        Topic<String> topic = news;
        if (topic != null) {
            topic.publish(text);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}

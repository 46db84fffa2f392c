package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.HubContract;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Listener;
import io.jetalyst.socket.Hub.Start;
import io.jetalyst.socket.Hub.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The hub in memory keeps the contract, and takes no more room than it needs. */
class MemoryHubTest extends HubContract {
    private static final long HISTORY_BYTES = 10 << 20;

    private final AtomicLong nanos = new AtomicLong();
    private final MemoryHub hub = new MemoryHub(HISTORY_BYTES, nanos::get);
    private final List<Start> starts = new ArrayList<>();

    @Override
    protected Hub start() {
        return hub;
    }

    /** One of two talks on while the other is cut off, and leaves before the other is back. */
    @Test
    void retainsTheHistoryForAWhileAfterTheLastListener() {
        Subscription one = hub.subscribe("room", "", listener());
        hub.publish("room", new byte[1], 10);
        one.close();
        hub.publish("room", new byte[2], 10); // in the meantime
        nanos.addAndGet(RetainedTopics.RETENTION.toNanos() - 1);
        hub.subscribe("room", "", listener()).close();
        assertEquals(2, starts.get(1).messages().size());
        nanos.addAndGet(RetainedTopics.RETENTION.toNanos() + 1);
        hub.leave("another", "nobody");
        hub.subscribe("another", "", listener()).close();
        assertEquals(0, hub.size());
        hub.subscribe("room", "", listener());
        assertEquals(List.of(), starts.get(3).messages());
    }

    @Test
    void doesNotRetainATopicThatNobodyEverUsedOrThatHasNoHistory() {
        hub.publish("room", new byte[1], 10);
        Subscription one = hub.subscribe("other", "", listener());
        hub.publish("other", new byte[1], 0);
        one.close();
        one.close();
        assertEquals(0, hub.size());
    }

    @Test
    void limitsTheNumberAndTheBytesOfRetainedTopics() {
        for (int i = 0; i < 3 * RetainedTopics.MAX_TOPICS; i++) {
            Subscription one = hub.subscribe("small-" + i, "", listener());
            hub.publish("small-" + i, new byte[1], 1);
            one.close();
        }
        assertEquals(RetainedTopics.MAX_TOPICS, hub.size(), 1);
        for (int i = 0; i < 64; i++) {
            Subscription one = hub.subscribe("large-" + i, "", listener());
            hub.publish("large-" + i, new byte[100 * 1024], 1);
            one.close();
        }
        assertEquals(HISTORY_BYTES / 4 / (100 * 1024), hub.size(), 1);
    }

    @Test
    void reportsAGapWhenTheHistoryHasExpired() {
        Subscription subscription = hub.subscribe("room", "", listener());
        String id = hub.publish("room", new byte[1], 10).toCompletableFuture().join();
        hub.publish("room", new byte[1], 10);
        subscription.close();
        hub.subscribe("room", id, listener()).close();
        assertFalse(starts.get(1).gap());
        assertEquals(1, starts.get(1).messages().size());
        nanos.addAndGet(RetainedTopics.RETENTION.toNanos() + 1);
        hub.subscribe("room", id, listener());
        assertTrue(starts.get(2).gap());
        hub.subscribe("room", "of-another-process-7", listener());
        assertTrue(starts.get(3).gap());
    }

    @Test
    void fewerAreKeptOfLongMessages() {
        hub.subscribe("room", "", listener());
        for (int i = 0; i < 10; i++) {
            hub.publish("room", new byte[History.MAX_BYTES / 4], 10);
        }
        hub.subscribe("room", "", listener());
        assertEquals(4, starts.get(1).messages().size());
    }

    private Listener listener() {
        return new Listener() {
            @Override
            public void onStart(Start start) {
                starts.add(start);
            }

            @Override
            public void onEntry(Entry entry) {}

            @Override
            public void flush() {}
        };
    }
}

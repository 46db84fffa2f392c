package io.jetalyst.internal.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.HubContract;
import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Entry;
import io.jetalyst.socket.Hub.Listener;
import io.jetalyst.socket.Hub.Start;
import io.jetalyst.socket.Hub.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hub in memory keeps the contract, and takes no more room than it needs. */
class MemoryHubTest extends HubContract {
    private final MemoryHub hub = new MemoryHub();
    private final List<Start> starts = new ArrayList<>();

    @Override
    protected Hub start() {
        return hub;
    }

    @Test
    void aTopicVanishesWithItsHistoryWhenNobodyListens() {
        Subscription one = hub.subscribe("room", "", listener());
        Subscription two = hub.subscribe("room", "", listener());
        hub.publish("room", new byte[1], 10);
        one.close();
        assertEquals(1, hub.size());
        two.close();
        assertEquals(0, hub.size());
        two.close();
        hub.publish("room", new byte[1], 10);
        hub.leave("room", "nobody");
        assertEquals(0, hub.size());
        hub.subscribe("room", "", listener());
        assertEquals(List.of(), starts.get(2).messages());
    }

    @Test
    void whatWasBeforeATopicBeganIsAGap() {
        Subscription subscription = hub.subscribe("room", "", listener());
        String id = hub.publish("room", new byte[1], 10).toCompletableFuture().join();
        hub.publish("room", new byte[1], 10);
        subscription.close();
        hub.subscribe("room", id, listener());
        assertTrue(starts.get(1).gap());
        hub.subscribe("room", "of-another-process-7", listener());
        assertTrue(starts.get(2).gap());
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

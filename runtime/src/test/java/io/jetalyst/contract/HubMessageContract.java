package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The part of the contract of {@link Hub} about messages: delivery, order, and replay of kept messages. */
@Timeout(60)
abstract class HubMessageContract {
    private final List<Hub> hubs = new ArrayList<>();
    /** A broker may outlive a test, so each test uses its own topic. */
    final String topic = "contract/" + UUID.randomUUID();

    /** Starts the hub of another process; all hubs of a test use the same broker. A hub for one process only returns the same one. */
    protected abstract Hub start() throws Exception;

    @AfterEach
    void closeAll() {
        hubs.forEach(Hub::close);
    }

    final Hub hub() throws Exception {
        Hub hub = start();
        hubs.add(hub);
        return hub;
    }

    final String publish(Hub hub, String text, int keep) {
        return done(hub.publish(topic, RecordingListener.utf8(text), keep));
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void deliversMessageToEveryListener() throws Exception {
        Hub one = hub();
        Hub two = hub();
        RecordingListener first = RecordingListener.of(one, topic);
        RecordingListener second = RecordingListener.of(two, topic);
        String id = publish(one, "hello", 0);
        assertEquals("hello", first.text());
        assertEquals("hello", second.text());
        assertEquals(id, first.lastId());
        assertEquals(id, second.lastId());
    }

    @Test
    void deliversBytesUnchanged() throws Exception {
        Hub hub = hub();
        RecordingListener listener = RecordingListener.of(hub, topic);
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        done(hub.publish(topic, all, 0));
        done(hub.publish(topic, new byte[0], 0));
        assertArrayEquals(all, listener.bytes());
        assertArrayEquals(new byte[0], listener.bytes());
    }

    @Test
    void separatesTopics() throws Exception {
        Hub hub = hub();
        RecordingListener listener = RecordingListener.of(hub, topic);
        done(hub.publish(topic + "/other", RecordingListener.utf8("elsewhere"), 1));
        publish(hub, "here", 1);
        assertEquals("here", listener.text());
    }

    @Test
    void flushesListenerAfterEachEntry() throws Exception {
        Hub hub = hub();
        RecordingListener listener = RecordingListener.of(hub, topic);
        publish(hub, "hello", 0);
        listener.awaitFlush();
        done(hub.join(topic, "session-1", "ada"));
        listener.awaitFlush();
    }

    @Test
    void replaysKeptMessagesToNewListener() throws Exception {
        Hub hub = hub();
        RecordingListener.of(hub, topic);
        for (int i = 1; i <= 5; i++) {
            publish(hub, "message " + i, 3);
        }
        RecordingListener late = RecordingListener.of(hub(), topic);
        assertEquals(List.of("message 3", "message 4", "message 5"), late.startTexts());
        assertFalse(late.start().gap(), "a new listener has missed nothing");
        publish(hub, "message 6", 3);
        assertEquals("message 6", late.text());
    }

    @Test
    void keepsNoMessageUnlessRequested() throws Exception {
        Hub hub = hub();
        RecordingListener.of(hub, topic);
        publish(hub, "one", 2);
        publish(hub, "two", 0);
        assertEquals(List.of(), RecordingListener.of(hub, topic).startTexts());
    }

    @Test
    void replaysMissedMessagesAfterKnownId() throws Exception {
        Hub hub = hub();
        RecordingListener.of(hub, topic);
        publish(hub, "one", 3);
        String two = publish(hub, "two", 3);
        publish(hub, "three", 3);
        String four = publish(hub, "four", 3);
        RecordingListener missedTwo = RecordingListener.of(hub(), topic, two);
        assertEquals(List.of("three", "four"), missedTwo.startTexts());
        assertFalse(missedTwo.start().gap());
        RecordingListener missedNothing = RecordingListener.of(hub, topic, four);
        assertEquals(List.of(), missedNothing.startTexts());
        assertFalse(missedNothing.start().gap());
        publish(hub, "five", 3);
        assertEquals("five", missedTwo.text());
        assertEquals("five", missedNothing.text());
    }

    @Test
    void keptMessagesAreCompleteSinceTheLastMessageThatIsGone() throws Exception {
        Hub hub = hub();
        RecordingListener.of(hub, topic);
        publish(hub, "one", 2);
        publish(hub, "two", 2);
        RecordingListener second = RecordingListener.of(hub, topic);
        Instant one = second.start().messages().get(0).at();
        Instant two = second.start().messages().get(1).at();
        assertFalse(two.isBefore(one));
        assertFalse(second.start().completeSince().isAfter(one), "no message is gone");
        publish(hub, "three", 2);
        publish(hub, "four", 2);
        assertEquals(two, RecordingListener.of(hub, topic).start().completeSince());
    }

    @Test
    void reportsGapIfMissedMessagesAreGone() throws Exception {
        Hub hub = hub();
        RecordingListener.of(hub, topic);
        String one = publish(hub, "one", 2);
        for (String more : List.of("two", "three", "four")) {
            publish(hub, more, 2);
        }
        RecordingListener late = RecordingListener.of(hub, topic, one);
        assertEquals(List.of("three", "four"), late.startTexts());
        assertTrue(late.start().gap());
    }

    @Test
    void assignsUniqueIds() throws Exception {
        Hub hub = hub();
        HashSet<String> ids = new HashSet<>();
        for (int life = 0; life < 3; life++) {
            try (Subscription subscription = hub.subscribe(topic, "", new RecordingListener())) {
                assertNotEquals(null, subscription);
                IntStream.range(0, 10).forEach(i -> ids.add(publish(hub, "message " + i, 5)));
            }
        }
        assertEquals(30, ids.size());
    }

    @Test
    void keepsOrderOfOneThreadThatDoesNotWait() throws Exception {
        Hub hub = hub();
        List<RecordingListener> listeners =
                List.of(RecordingListener.of(hub, topic), RecordingListener.of(hub(), topic));
        List<String> all = IntStream.range(0, 500).mapToObj(i -> "" + i).toList();
        List<CompletionStage<String>> inFlight = all.stream()
                .map(text -> hub.publish(topic, RecordingListener.utf8(text), 0))
                .toList();
        for (RecordingListener listener : listeners) {
            assertEquals(all, listener.texts(all.size()));
        }
        assertEquals(
                all.size(),
                inFlight.stream().map(HubMessageContract::done).distinct().count());
    }

    @Test
    void deliversSameOrderToEveryListener() throws Exception {
        Hub one = hub();
        Hub two = hub();
        List<RecordingListener> listeners = List.of(
                RecordingListener.of(one, topic), RecordingListener.of(two, topic), RecordingListener.of(two, topic));
        Threads.together(4, publisher -> {
            for (int i = 0; i < 200; i++) {
                publish(publisher % 2 == 0 ? one : two, publisher + " " + i, 0);
            }
        });
        List<String> first = listeners.get(0).texts(800);
        assertEquals(first, listeners.get(1).texts(800));
        assertEquals(first, listeners.get(2).texts(800));
        for (int publisher = 0; publisher < 4; publisher++) {
            String prefix = publisher + " ";
            assertEquals(
                    IntStream.range(0, 200).mapToObj(i -> prefix + i).toList(),
                    first.stream().filter(text -> text.startsWith(prefix)).toList());
        }
    }

    @Test
    void dropsAndRepeatsNothingBetweenReplayAndLiveMessages() throws Exception {
        Hub hub = hub();
        Hub other = hub();
        RecordingListener.of(hub, topic);
        List<RecordingListener> late = new ArrayList<>();
        Threads.together(2, role -> {
            for (int i = 0; i < 100; i++) {
                if (role == 0) {
                    publish(hub, "" + i, 100);
                } else {
                    late.add(RecordingListener.of(other, topic));
                }
            }
        });
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "" + i).toList();
        for (RecordingListener listener : late) {
            List<String> received = new ArrayList<>(listener.startTexts());
            received.addAll(listener.texts(100 - received.size()));
            assertEquals(all, received);
        }
    }
}

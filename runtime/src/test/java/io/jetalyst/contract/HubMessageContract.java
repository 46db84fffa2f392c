package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Subscription;
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

/** What every {@link Hub} does with messages: it delivers them, in one order, and keeps them for those who come later. */
@Timeout(60)
abstract class HubMessageContract {
    private final List<Hub> hubs = new ArrayList<>();
    /** A broker may outlive a test: each has a topic of its own. */
    final String topic = "contract/" + UUID.randomUUID();

    /** The hub of one more process; all of them stand before the same broker. A hub of one process alone gives that one again. */
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
        return done(hub.publish(topic, HubEar.utf8(text), keep));
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void everyListenerHearsWhatIsPublishedFromNowOn() throws Exception {
        Hub one = hub();
        Hub two = hub();
        HubEar first = HubEar.of(one, topic);
        HubEar second = HubEar.of(two, topic);
        String id = publish(one, "hello", 0);
        assertEquals("hello", first.text());
        assertEquals("hello", second.text());
        assertEquals(id, first.lastId());
        assertEquals(id, second.lastId());
    }

    @Test
    void bytesArriveAsTheyWere() throws Exception {
        Hub hub = hub();
        HubEar ear = HubEar.of(hub, topic);
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        done(hub.publish(topic, all, 0));
        done(hub.publish(topic, new byte[0], 0));
        assertArrayEquals(all, ear.bytes());
        assertArrayEquals(new byte[0], ear.bytes());
    }

    @Test
    void topicsAreApart() throws Exception {
        Hub hub = hub();
        HubEar ear = HubEar.of(hub, topic);
        done(hub.publish(topic + "/other", HubEar.utf8("elsewhere"), 1));
        publish(hub, "here", 1);
        assertEquals("here", ear.text());
    }

    @Test
    void listenersAreFlushedAfterWhatTheyHear() throws Exception {
        Hub hub = hub();
        HubEar ear = HubEar.of(hub, topic);
        publish(hub, "hello", 0);
        ear.awaitFlush();
        done(hub.join(topic, "session-1", "ada"));
        ear.awaitFlush();
    }

    @Test
    void whoComesLaterHearsWhatIsKept() throws Exception {
        Hub hub = hub();
        HubEar.of(hub, topic);
        for (int i = 1; i <= 5; i++) {
            publish(hub, "message " + i, 3);
        }
        HubEar late = HubEar.of(hub(), topic);
        assertEquals(List.of("message 3", "message 4", "message 5"), late.startTexts());
        assertFalse(late.start().gap(), "whoever knows nothing misses nothing");
        publish(hub, "message 6", 3);
        assertEquals("message 6", late.text());
    }

    @Test
    void nothingIsKeptUnlessAskedFor() throws Exception {
        Hub hub = hub();
        HubEar.of(hub, topic);
        publish(hub, "one", 2);
        publish(hub, "two", 0);
        assertEquals(List.of(), HubEar.of(hub, topic).startTexts());
    }

    @Test
    void whoComesBackHearsWhatItMissed() throws Exception {
        Hub hub = hub();
        HubEar.of(hub, topic);
        publish(hub, "one", 3);
        String two = publish(hub, "two", 3);
        publish(hub, "three", 3);
        String four = publish(hub, "four", 3);
        HubEar missedTwo = HubEar.of(hub(), topic, two);
        assertEquals(List.of("three", "four"), missedTwo.startTexts());
        assertFalse(missedTwo.start().gap());
        HubEar missedNothing = HubEar.of(hub, topic, four);
        assertEquals(List.of(), missedNothing.startTexts());
        assertFalse(missedNothing.start().gap());
        publish(hub, "five", 3);
        assertEquals("five", missedTwo.text());
        assertEquals("five", missedNothing.text());
    }

    @Test
    void whoComesBackTooLateIsToldOfTheGap() throws Exception {
        Hub hub = hub();
        HubEar.of(hub, topic);
        String one = publish(hub, "one", 2);
        for (String more : List.of("two", "three", "four")) {
            publish(hub, more, 2);
        }
        HubEar late = HubEar.of(hub, topic, one);
        assertEquals(List.of("three", "four"), late.startTexts());
        assertTrue(late.start().gap());
    }

    @Test
    void idsAreNeverGivenTwice() throws Exception {
        Hub hub = hub();
        HashSet<String> ids = new HashSet<>();
        for (int life = 0; life < 3; life++) {
            try (Subscription subscription = hub.subscribe(topic, "", new HubEar())) {
                assertNotEquals(null, subscription);
                IntStream.range(0, 10).forEach(i -> ids.add(publish(hub, "message " + i, 5)));
            }
        }
        assertEquals(30, ids.size());
    }

    @Test
    void whatIsPublishedWithoutWaitingKeepsItsOrder() throws Exception {
        Hub hub = hub();
        List<HubEar> ears = List.of(HubEar.of(hub, topic), HubEar.of(hub(), topic));
        List<String> all = IntStream.range(0, 500).mapToObj(i -> "" + i).toList();
        List<CompletionStage<String>> inFlight = all.stream()
                .map(text -> hub.publish(topic, HubEar.utf8(text), 0))
                .toList();
        for (HubEar ear : ears) {
            assertEquals(all, ear.texts(all.size()));
        }
        assertEquals(
                all.size(),
                inFlight.stream().map(HubMessageContract::done).distinct().count());
    }

    @Test
    void allHearTheSameOrderWhoeverPublishes() throws Exception {
        Hub one = hub();
        Hub two = hub();
        List<HubEar> ears = List.of(HubEar.of(one, topic), HubEar.of(two, topic), HubEar.of(two, topic));
        Threads.together(4, publisher -> {
            for (int i = 0; i < 200; i++) {
                publish(publisher % 2 == 0 ? one : two, publisher + " " + i, 0);
            }
        });
        List<String> first = ears.get(0).texts(800);
        assertEquals(first, ears.get(1).texts(800));
        assertEquals(first, ears.get(2).texts(800));
        for (int publisher = 0; publisher < 4; publisher++) {
            String prefix = publisher + " ";
            assertEquals(
                    IntStream.range(0, 200).mapToObj(i -> prefix + i).toList(),
                    first.stream().filter(text -> text.startsWith(prefix)).toList());
        }
    }

    @Test
    void betweenWhatIsKeptAndWhatComesNothingIsLostOrDoubled() throws Exception {
        Hub hub = hub();
        Hub other = hub();
        HubEar.of(hub, topic);
        List<HubEar> late = new ArrayList<>();
        Threads.together(2, role -> {
            for (int i = 0; i < 100; i++) {
                if (role == 0) {
                    publish(hub, "" + i, 100);
                } else {
                    late.add(HubEar.of(other, topic));
                }
            }
        });
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "" + i).toList();
        for (HubEar ear : late) {
            List<String> heard = new ArrayList<>(ear.startTexts());
            heard.addAll(ear.texts(100 - heard.size()));
            assertEquals(all, heard);
        }
    }
}

package io.jetalyst.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.socket.Hub;
import io.jetalyst.socket.Hub.Subscription;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Hub} as tests. The module of a hub depends on JUnit and on the test-jar of the runtime. The parent pom manages its
 * version; with another parent, use the version of the runtime:
 *
 * <pre>{@code
 * <dependency>
 *   <groupId>io.jetalyst</groupId>
 *   <artifactId>jetalyst-runtime</artifactId>
 *   <type>test-jar</type>
 *   <scope>test</scope>
 * </dependency>
 * }</pre>
 *
 * <p>The test of a hub extends this class, or {@link SharedHubContract} if the hub connects several processes, and starts the hub:
 *
 * <pre>{@code
 * class BrokerHubTest extends SharedHubContract {
 *     private final Broker broker = new Broker();
 *
 *     @Override
 *     protected Hub start() {
 *         return new BrokerHub(broker.address());
 *     }
 * }
 * }</pre>
 *
 * <p>Each test starts one hub for each process that it simulates, and closes them. It waits up to 30 seconds for each expected entry.
 */
public abstract class HubContract extends HubMessageContract {
    @Test
    void joinsMemberWithFirstSessionAndRemovesItWithLast() throws Exception {
        Hub one = hub();
        Hub two = hub();
        RecordingListener listener = RecordingListener.of(one, topic);
        done(one.join(topic, "session-1", "ada"));
        done(two.join(topic, "session-2", "ada"));
        done(two.join(topic, "session-3", "bob"));
        assertEquals(
                List.of("ada", "bob"), RecordingListener.of(two, topic).start().members());
        done(one.leave(topic, "session-1"));
        done(two.leave(topic, "session-2"));
        done(two.leave(topic, "session-2"));
        done(two.leave(topic, "session-9"));
        publish(one, "end", 0);
        assertEquals(List.of("+ada", "+bob", "-ada", "end"), listener.events(4));
        assertEquals(List.of("bob"), RecordingListener.of(one, topic).start().members());
    }

    @Test
    void replacesMemberOfSession() throws Exception {
        Hub hub = hub();
        RecordingListener listener = RecordingListener.of(hub, topic);
        done(hub.join(topic, "session-1", "ada"));
        done(hub.join(topic, "session-1", "ada"));
        done(hub.join(topic, "session-1", "Ada Lovelace"));
        assertEquals(List.of("+ada", "-ada", "+Ada Lovelace"), listener.events(3));
        assertEquals(
                List.of("Ada Lovelace"),
                RecordingListener.of(hub, topic).start().members());
    }

    @Test
    void ordersJoinsLeavesAndMessagesTogether() throws Exception {
        Hub one = hub();
        Hub two = hub();
        RecordingListener first = RecordingListener.of(one, topic);
        RecordingListener second = RecordingListener.of(two, topic);
        Threads.together(3, number -> {
            Hub hub = number % 2 == 0 ? one : two;
            for (int i = 0; i < 50; i++) {
                done(hub.join(topic, "session-" + number, "member " + number));
                publish(hub, number + " " + i, 0);
                done(hub.leave(topic, "session-" + number));
            }
        });
        List<String> events = first.events(450);
        assertEquals(events, second.events(450));
        assertEquals(
                List.of("+member 1", "1 0", "-member 1"),
                events.stream()
                        .filter(text -> text.matches("[+-]member 1|1 .*"))
                        .limit(3)
                        .toList());
    }

    @Test
    void notifiesNoListenerAfterUnsubscribing() throws Exception {
        Hub hub = hub();
        RecordingListener closed = new RecordingListener();
        RecordingListener open = RecordingListener.of(hub, topic);
        Subscription subscription = hub.subscribe(topic, "", closed);
        subscription.close();
        subscription.close();
        publish(hub, "hello", 0);
        assertEquals("hello", open.text());
        assertTrue(closed.hasReceivedNothing());
    }

    @Test
    void rejectsOperationsWhenClosed() throws Exception {
        Hub hub = hub();
        RecordingListener listener = RecordingListener.of(hub, topic);
        hub.close();
        hub.close();
        assertThrows(IllegalStateException.class, () -> hub.subscribe(topic, "", new RecordingListener()));
        done(hub.leave(topic, "session-1"));
        for (CompletionStage<?> stage :
                List.of(hub.publish(topic, RecordingListener.utf8("late"), 1), hub.join(topic, "session-1", "ada"))) {
            ExecutionException failure = assertThrows(
                    ExecutionException.class, () -> stage.toCompletableFuture().get(30, TimeUnit.SECONDS));
            assertSame(IllegalStateException.class, failure.getCause().getClass());
        }
        assertTrue(listener.hasReceivedNothing());
    }
}

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
 * What every {@link Hub} must do, as tests. The module of a hub depends on JUnit, and on the test-jar of the runtime. The parent
 * pom says its version; with another parent it is that of the runtime:
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
 * <p>The test of the hub extends this class, or {@link SharedHubContract} if it joins several processes, and says how to start one:
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
 * <p>Each test starts as many hubs as it needs processes, and closes them. It waits for what it expects, so a hub may take its time.
 */
public abstract class HubContract extends HubMessageContract {
    @Test
    void membersJoinWithTheirFirstSessionAndLeaveWithTheLast() throws Exception {
        Hub one = hub();
        Hub two = hub();
        HubEar ear = HubEar.of(one, topic);
        done(one.join(topic, "session-1", "ada"));
        done(two.join(topic, "session-2", "ada"));
        done(two.join(topic, "session-3", "bob"));
        assertEquals(List.of("ada", "bob"), HubEar.of(two, topic).start().members());
        done(one.leave(topic, "session-1"));
        done(two.leave(topic, "session-2"));
        done(two.leave(topic, "session-2"));
        done(two.leave(topic, "session-9"));
        publish(one, "end", 0);
        assertEquals(List.of("+ada", "+bob", "-ada", "end"), ear.told(4));
        assertEquals(List.of("bob"), HubEar.of(one, topic).start().members());
    }

    @Test
    void aSessionIsOneMemberAtATime() throws Exception {
        Hub hub = hub();
        HubEar ear = HubEar.of(hub, topic);
        done(hub.join(topic, "session-1", "ada"));
        done(hub.join(topic, "session-1", "ada"));
        done(hub.join(topic, "session-1", "Ada Lovelace"));
        assertEquals(List.of("+ada", "-ada", "+Ada Lovelace"), ear.told(3));
        assertEquals(List.of("Ada Lovelace"), HubEar.of(hub, topic).start().members());
    }

    @Test
    void presenceAndMessagesHaveOneOrder() throws Exception {
        Hub one = hub();
        Hub two = hub();
        HubEar first = HubEar.of(one, topic);
        HubEar second = HubEar.of(two, topic);
        Threads.together(3, number -> {
            Hub hub = number % 2 == 0 ? one : two;
            for (int i = 0; i < 50; i++) {
                done(hub.join(topic, "session-" + number, "member " + number));
                publish(hub, number + " " + i, 0);
                done(hub.leave(topic, "session-" + number));
            }
        });
        List<String> told = first.told(450);
        assertEquals(told, second.told(450));
        assertEquals(
                List.of("+member 1", "1 0", "-member 1"),
                told.stream()
                        .filter(text -> text.matches("[+-]member 1|1 .*"))
                        .limit(3)
                        .toList());
    }

    @Test
    void whoHasClosedItsSubscriptionHearsNothing() throws Exception {
        Hub hub = hub();
        HubEar closed = new HubEar();
        HubEar open = HubEar.of(hub, topic);
        Subscription subscription = hub.subscribe(topic, "", closed);
        subscription.close();
        subscription.close();
        publish(hub, "hello", 0);
        assertEquals("hello", open.text());
        assertTrue(closed.heardNothing());
    }

    @Test
    void aClosedHubRefuses() throws Exception {
        Hub hub = hub();
        HubEar ear = HubEar.of(hub, topic);
        hub.close();
        hub.close();
        assertThrows(IllegalStateException.class, () -> hub.subscribe(topic, "", new HubEar()));
        done(hub.leave(topic, "session-1"));
        for (CompletionStage<?> stage :
                List.of(hub.publish(topic, HubEar.utf8("late"), 1), hub.join(topic, "session-1", "ada"))) {
            ExecutionException failure = assertThrows(
                    ExecutionException.class, () -> stage.toCompletableFuture().get(30, TimeUnit.SECONDS));
            assertSame(IllegalStateException.class, failure.getCause().getClass());
        }
        assertTrue(ear.heardNothing());
    }
}

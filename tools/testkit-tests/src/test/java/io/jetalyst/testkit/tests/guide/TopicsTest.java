package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.internal.topic.MemoryHub;
import io.jetalyst.socket.Hub;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages of topics, their order, history and members. */
class TopicsTest {
    private final Hub hub = new MemoryHub();

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Guide.app(hub, args), "--socket.max-subscriptions=1");

    @Test
    void replaysHistoryToNewSubscriber(TestSockets sockets) {
        TestSocket ada = sockets.open("/board").send("one").send("two").send("three");
        assertEquals("one", ada.next(String.class));
        assertEquals("three", ada.await(String.class, "three"::equals));

        TestSocket bob = sockets.open("/board").send("four");

        assertEquals("two", bob.next(String.class));
        assertEquals("three", bob.next(String.class));
        assertEquals("four", bob.next(String.class));
        assertEquals("four", ada.next(String.class));
    }

    @Test
    void replaysHistoryToClientThatReconnects(TestSockets sockets) {
        TestSocket ada = sockets.open("/board").send("one");
        assertEquals("one", ada.next(String.class));
        ada.close().awaitClose();

        TestSocket back = sockets.open("/board").send("two");
        assertEquals("one", back.next(String.class));
        assertEquals("two", back.next(String.class));
    }

    @Test
    void sendsSnapshotThenHistoryThenJoined(TestSockets sockets) {
        TestSocket ada = sockets.open("/lounges/tea?who=Ada");
        assertEquals("here: ", ada.next(String.class));
        assertEquals("Ada joined", ada.next(String.class));
        ada.send("hello");
        assertEquals("Ada: hello", ada.next(String.class));

        TestSocket bob = sockets.open("/lounges/tea?who=Bob");

        assertEquals("here: Ada", bob.next(String.class));
        assertEquals("Ada: hello", bob.next(String.class));
        assertEquals("Bob joined", bob.next(String.class));
        assertEquals("Bob joined", ada.next(String.class));
        bob.close();
        assertEquals("Bob left", ada.next(String.class));
    }

    @Test
    void countsSessionsOfEqualMembersAsOneMember(TestSockets sockets) {
        TestSocket ada = sockets.open("/lounges/tea?who=Ada");
        assertEquals("Ada joined", ada.await(String.class, "Ada joined"::equals));
        TestSocket second = sockets.open("/lounges/tea?who=Ada");
        assertEquals("here: Ada", second.next(String.class));
        second.send("me again");
        assertEquals("Ada: me again", ada.next(String.class));
    }

    @Test
    void closesSessionThatJoinsFullLounge(TestSockets sockets) {
        for (String who : new String[] {"Ada", "Bob"}) {
            TestSocket member = sockets.open("/lounges/tea?who=" + who);
            member.await(String.class, (who + " joined")::equals);
        }
        assertEquals(
                new Closed(4001, "This lounge is full."),
                sockets.open("/lounges/tea?who=Eve").awaitClose());
    }

    @Test
    void closesSessionWith1013OnUncaughtTopicLimit(TestSockets sockets) {
        assertEquals(
                new Closed(1013, "a limit of topics is reached"),
                sockets.open("/boards").awaitClose());
    }

    @Test
    void sharesTopicsBetweenApplications(TestSockets sockets) throws Exception {
        TestSocket here = sockets.open("/board").send("one");
        assertEquals("one", here.next(String.class));
        try (RunningApp other = Guide.app(hub, "--port=0").start();
                RawSocket there = RawSocket.open(other.port(), "/board")) {
            assertEquals("one", there.read().text());
            there.text("two");
            assertEquals("two", here.next(String.class));
        }
    }
}

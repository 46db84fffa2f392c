package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import io.jetalyst.testkit.tests.guide.RoomController.Said;
import io.jetalyst.testkit.tests.guide.RoomController.Say;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The chat room of the guide: several sockets of one person, broken connections, and messages that are not JSON. */
class RoomMembersTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app);

    private static TestSocket join(TestSockets sockets, String room, String name) {
        TestSocket socket = sockets.open("/rooms/" + room + "/" + name);
        assertEquals(new Said(name, "joined"), socket.next(Said.class));
        return socket;
    }

    @Test
    void publishesToBothTabsOfOnePerson(TestSockets sockets) {
        TestSocket first = join(sockets, "tea", "Ada");
        TestSocket second = join(sockets, "tea", "Ada");
        assertEquals(new Said("Ada", "joined"), first.next(Said.class));

        second.sendJson(new Say("twice"));
        assertEquals(new Said("Ada", "twice"), first.next(Said.class));
        assertEquals(new Said("Ada", "twice"), second.next(Said.class));

        second.close();
        assertEquals(new Said("Ada", "left"), first.next(Said.class));
        first.sendJson(new Say("still here"));
        assertEquals(new Said("Ada", "still here"), first.next(Said.class));
    }

    @Test
    void publishesThatAnAbortedConnectionLeft(TestSockets sockets) {
        TestSocket ada = join(sockets, "tea", "Ada");
        join(sockets, "tea", "Bob").abort();

        assertEquals(new Said("Bob", "joined"), ada.next(Said.class));
        assertEquals(new Said("Bob", "left"), ada.next(Said.class));
    }

    @Test
    void keepsTheOrderOfMessages(TestSockets sockets) {
        TestSocket ada = join(sockets, "tea", "Ada");
        TestSocket bob = join(sockets, "tea", "Bob");
        assertEquals(new Said("Bob", "joined"), ada.next(Said.class));

        for (int n = 1; n <= 40; n++) {
            bob.sendJson(new Say("message " + n));
        }
        for (TestSocket socket : List.of(ada, bob)) {
            for (int n = 1; n <= 40; n++) {
                assertEquals(new Said("Bob", "message " + n), socket.next(Said.class));
            }
        }
    }

    @Test
    void closesSessionThatSendsNoJsonOfTheType(TestSockets sockets) {
        TestSocket ada = join(sockets, "tea", "Ada");
        for (String malformed : List.of("hello", "{}", "{\"text\":7}", "{\"text\":null}")) {
            TestSocket bob = join(sockets, "tea", "Bob");
            assertEquals(new Said("Bob", "joined"), ada.next(Said.class));
            bob.send(malformed);
            assertEquals(new Closed(1007, "malformed message"), bob.awaitClose());
            assertEquals(new Said("Bob", "left"), ada.next(Said.class));
        }
    }

    @Test
    void answersAPlainRequestWith426(TestHttp http) {
        assertEquals("websocket", http.get("/rooms/tea/Ada").expect(426).header("Upgrade"));
    }
}

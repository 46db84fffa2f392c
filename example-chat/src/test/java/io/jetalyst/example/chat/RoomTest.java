package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jetalyst.example.chat.ClientMessage.Rename;
import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Left;
import io.jetalyst.example.chat.RoomEvent.Members;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.You;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The socket of a room, used as the page uses it. */
class RoomTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app);

    @Test
    void sendsMembersAndMessages(TestSockets sockets) {
        TestSocket ada = sockets.open("/chat/lobby?name=Ada");
        Person self = ada.next(You.class).self();
        assertEquals("Ada", self.name());
        assertEquals(List.of(), ada.next(Members.class).members());
        assertEquals(self, ada.next(Joined.class).who());

        TestSocket bob = sockets.open("/chat/lobby?name=Bob");
        Person other = bob.next(You.class).self();
        assertEquals(List.of(self), bob.next(Members.class).members());
        for (TestSocket socket : List.of(ada, bob)) {
            assertEquals(other, socket.next(Joined.class).who());
        }

        bob.sendJson(new Say("Hello <b>Ada</b>\n👋", "r-1"));
        for (TestSocket socket : List.of(ada, bob)) {
            Said said = socket.next(Said.class);
            assertEquals("Hello <b>Ada</b>\n👋", said.text());
            assertEquals(other, said.from());
            assertEquals("r-1", said.ref());
        }

        bob.close();
        assertEquals(other, ada.next(Left.class).who());
    }

    @Test
    void replaysTheLastFiftyMessagesToANewMember(TestSockets sockets) {
        int number = 0;
        for (String name : List.of("Ada", "Bob", "Cleo")) {
            TestSocket socket = enter(sockets, name);
            for (int more = 0; more < 20; more++) {
                String text = "message " + ++number;
                socket.sendJson(new Say(text, "r-" + number))
                        .await(Said.class, said -> said.text().equals(text));
            }
        }
        TestSocket newcomer = sockets.open("/chat/lobby");
        newcomer.next(You.class);
        newcomer.next(Members.class);
        for (int kept = 11; kept <= 60; kept++) {
            assertEquals("message " + kept, newcomer.next(Said.class).text());
        }
        newcomer.next(Joined.class);
    }

    @Test
    void givesEachMemberItsOwnName(TestSockets sockets) {
        enter(sockets, "Ada");
        assertEquals("ada 2", nameGiven(sockets, "/chat/lobby?name=ada"));
        assertEquals("A\u200Dda 3", nameGiven(sockets, "/chat/lobby?name=A%E2%80%8Dda"));
        assertEquals("\u0391\u03BD\u03BD\u03B1", nameGiven(sockets, "/chat/lobby?name=%CE%91%CE%BD%CE%BD%CE%B1"));
        assertEquals("guest", nameGiven(sockets, "/chat/lobby"));
        assertEquals("Ada", nameGiven(sockets, "/chat/other?name=Ada"));
    }

    @Test
    void changesTheNameOfAMember(TestSockets sockets) {
        TestSocket ada = enter(sockets, "Ada");
        TestSocket bob = enter(sockets, "Bob");
        Person before = ada.next(Joined.class).who();
        bob.sendJson(new Rename("ADA"));
        Person after = bob.next(You.class).self();
        assertEquals(new Person(before.id(), "ADA 2"), after);
        for (TestSocket socket : List.of(ada, bob)) {
            assertEquals(before, socket.next(Left.class).who());
            assertEquals(after, socket.next(Joined.class).who());
        }
        bob.sendJson(new Say("I am another", "r-1"));
        assertEquals(after, ada.next(Said.class).from());
    }

    @Test
    void limitsHowOftenAMemberChangesItsName(TestSockets sockets) {
        TestSocket ada = enter(sockets, "Ada");
        TestSocket bob = enter(sockets, "Bob");
        for (int number = 1; number <= 20; number++) {
            bob.sendJson(new Rename("B" + number));
        }
        RoomEvent.Refused refused = bob.await(RoomEvent.Refused.class);
        assertEquals("too-many-names", refused.code());
        bob.sendJson(new Say("I am still here", "r-1"));
        ada.await(Said.class);
    }

    @Test
    void treatsAClientThatReconnectsAsTheSameMember(TestSockets sockets) {
        String path = "/chat/lobby?name=Ada&token=" + UUID.randomUUID();
        TestSocket ada = sockets.open(path);
        Person self = ada.next(You.class).self();
        ada.await(Joined.class);
        TestSocket bob = enter(sockets, "Bob");

        TestSocket back = sockets.open(path); // before the server knows that the first connection is gone
        assertEquals(self, back.next(You.class).self());
        assertEquals(
                List.of("Ada", "Bob"),
                back.next(Members.class).members().stream().map(Person::name).toList());
        back.sendJson(new Say(
                "back again", "r-1")); // answered when the server has ended onOpen: the member has two sessions now
        assertEquals(self, bob.next(Said.class).from());
        ada.close().awaitClose();
        back.sendJson(new Say("still here", "r-2"));
        assertEquals(self, bob.next(Said.class).from());
        back.close();
        assertEquals(self, bob.next(Left.class).who());
    }

    @Test
    void changesTheNameOfACopiedTab(TestSockets sockets) {
        String path = "/chat/lobby?name=Ada&token=" + UUID.randomUUID();
        TestSocket ada = sockets.open(path);
        Person self = ada.next(You.class).self();
        ada.await(Joined.class);
        TestSocket copy = sockets.open(path);
        copy.next(You.class);
        copy.sendJson(new Rename("Bob"));
        Person other = copy.await(You.class).self();
        assertNotEquals(self, other);
        assertEquals(other, ada.next(Joined.class).who());
        copy.close();
        assertEquals(other, ada.next(Left.class).who());
    }

    private static TestSocket enter(TestSockets sockets, String name) {
        TestSocket socket = sockets.open("/chat/lobby?name=" + name);
        socket.await(Joined.class);
        return socket;
    }

    private static String nameGiven(TestSockets sockets, String path) {
        TestSocket socket = sockets.open(path);
        String name = socket.next(You.class).self().name();
        socket.await(Joined.class);
        return name;
    }
}

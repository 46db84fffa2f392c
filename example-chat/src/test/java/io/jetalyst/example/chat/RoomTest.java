package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.example.chat.ClientMessage.Rename;
import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Left;
import io.jetalyst.example.chat.RoomEvent.Renamed;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.Welcome;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The socket of a room, spoken to as a browser does. */
class RoomTest {
    @RegisterExtension
    final TestApp app = TestApp.of(args -> ChatApp.app(Limits.DEFAULT, args));

    @Test
    void tellsWhoIsThereAndWhatIsSaid(TestSockets sockets) {
        TestSocket ada = sockets.open("/chat/lobby?name=Ada");
        Welcome welcome = ada.next(Welcome.class);
        assertEquals(new Welcome("lobby", welcome.self(), List.of(welcome.self()), List.of()), welcome);

        TestSocket bob = sockets.open("/chat/lobby?name=Bob");
        assertEquals(List.of("Ada", "Bob"), names(bob.next(Welcome.class)));
        assertEquals("Bob", ada.next(Joined.class).who().name());

        bob.send(new Say("Hello <b>Ada</b>\n👋", "r-1"));
        for (TestSocket socket : List.of(ada, bob)) {
            Said said = socket.next(Said.class);
            assertEquals("Hello <b>Ada</b>\n👋", said.text());
            assertEquals("Bob", said.from().name());
            assertEquals("r-1", said.ref());
        }

        bob.close();
        assertEquals("Bob", ada.next(Left.class).who().name());
    }

    @Test
    void tellsNewcomersTheLastFiftyMessages(TestSockets sockets) {
        int number = 0;
        for (String name : List.of("Ada", "Bob", "Cleo")) {
            TestSocket socket = enter(sockets, name);
            for (int more = 0; more < 20; more++) {
                String text = "message " + ++number;
                socket.send(new Say(text, ""))
                        .await(Said.class, said -> said.text().equals(text));
            }
        }
        List<String> texts = texts(sockets.open("/chat/lobby").next(Welcome.class));
        assertEquals(50, texts.size());
        assertEquals("message 11", texts.get(0));
        assertEquals("message 60", texts.get(49));
    }

    @Test
    void givesEachMemberANameOfItsOwn(TestSockets sockets) {
        enter(sockets, "Ada");
        assertEquals("ada 2", nameGiven(sockets, "/chat/lobby?name=ada"));
        assertEquals("guest", nameGiven(sockets, "/chat/lobby"));
        assertEquals("Ada", nameGiven(sockets, "/chat/other?name=Ada"));
    }

    @Test
    void letsAMemberTakeAnotherName(TestSockets sockets) {
        TestSocket ada = enter(sockets, "Ada");
        TestSocket bob = enter(sockets, "Bob");
        ada.next(Joined.class);
        bob.send(new Rename("ADA"));
        for (TestSocket socket : List.of(ada, bob)) {
            Renamed renamed = socket.next(Renamed.class);
            assertEquals("Bob", renamed.was());
            assertEquals("ADA 2", renamed.who().name());
        }
    }

    @Test
    void whoComesBackIsTheSameMember(TestSockets sockets) {
        String path = "/chat/lobby?name=Ada&token=" + UUID.randomUUID();
        TestSocket ada = sockets.open(path);
        Person self = ada.next(Welcome.class).self();
        TestSocket bob = enter(sockets, "Bob");

        TestSocket back = sockets.open(path); // before the server knows that the first connection is gone
        Welcome welcome = back.next(Welcome.class);
        assertEquals(self, welcome.self());
        assertEquals(List.of("Ada", "Bob"), names(welcome));
        ada.close().awaitClose();
        back.send(new Say("still here", ""));
        assertEquals(self, bob.next(Said.class).from());
        back.close();
        assertEquals(self, bob.next(Left.class).who());
    }

    @Test
    void aMessageSentAgainIsSaidOnce(TestSockets sockets) {
        TestSocket ada = enter(sockets, "Ada");
        Say message = new Say("once", "r-1");
        ada.send(message).send(message).send(new Say("other", ""));
        Said said = ada.next(Said.class);
        assertEquals(said, ada.next(Said.class), "the second is only confirmed");
        assertEquals("other", ada.next(Said.class).text());
        assertEquals(List.of("once", "other"), texts(sockets.open("/chat/lobby").next(Welcome.class)));
    }

    private static TestSocket enter(TestSockets sockets, String name) {
        TestSocket socket = sockets.open("/chat/lobby?name=" + name);
        socket.next(Welcome.class);
        return socket;
    }

    private static String nameGiven(TestSockets sockets, String path) {
        return sockets.open(path).next(Welcome.class).self().name();
    }

    private static List<String> names(Welcome welcome) {
        return welcome.members().stream().map(Person::name).toList();
    }

    private static List<String> texts(Welcome welcome) {
        return welcome.history().stream().map(Said::text).toList();
    }
}

package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.example.chat.ClientMessage.Rename;
import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Left;
import io.jetalyst.example.chat.RoomEvent.Members;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.You;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The socket of a room, used as the page uses it. */
class RoomTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app);

    @Test
    void sendsMembersAndMessages(TestHttp http, TestSockets sockets) {
        TestSocket ada = Guest.named("Ada", http, sockets).open("lobby");
        Person self = ada.next(You.class).self();
        assertEquals("Ada", self.name());
        assertEquals(List.of(), ada.next(Members.class).members());
        assertEquals(self, ada.next(Joined.class).who());

        TestSocket bob = Guest.named("Bob", http, sockets).open("lobby");
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
    void replaysTheLastFiftyMessagesToANewMember(TestHttp http, TestSockets sockets) {
        int number = 0;
        for (String name : List.of("Ada", "Bob", "Cleo")) {
            TestSocket socket = enter(http, sockets, name);
            for (int more = 0; more < 20; more++) {
                String text = "message " + ++number;
                socket.sendJson(new Say(text, "r-" + number))
                        .await(Said.class, said -> said.text().equals(text));
            }
        }
        TestSocket newcomer = Guest.named("guest", http, sockets).open("lobby");
        newcomer.next(You.class);
        newcomer.next(Members.class);
        for (int kept = 11; kept <= 60; kept++) {
            assertEquals("message " + kept, newcomer.next(Said.class).text());
        }
        newcomer.next(Joined.class);
    }

    @Test
    void givesEachMemberItsOwnName(TestHttp http, TestSockets sockets) {
        enter(http, sockets, "Ada");
        assertEquals("ada 2", nameGiven(http, sockets, "ada", "lobby"));
        assertEquals("A\u200Dda 3", nameGiven(http, sockets, "A\u200Dda", "lobby"));
        assertEquals("\u0391\u03BD\u03BD\u03B1", nameGiven(http, sockets, "\u0391\u03BD\u03BD\u03B1", "lobby"));
        assertEquals("guest", nameGiven(http, sockets, " ", "lobby"));
        assertEquals("Ada", nameGiven(http, sockets, "Ada", "other"));
    }

    @Test
    void changesTheNameOfAMember(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        TestSocket bob = enter(http, sockets, "Bob");
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
    void limitsHowOftenAMemberChangesItsName(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        TestSocket bob = enter(http, sockets, "Bob");
        for (int number = 1; number <= 20; number++) {
            bob.sendJson(new Rename("B" + number));
        }
        RoomEvent.Refused refused = bob.await(RoomEvent.Refused.class);
        assertEquals("too-many-names", refused.code());
        bob.sendJson(new Say("I am still here", "r-1"));
        ada.await(Said.class);
    }

    @Test
    void treatsTheTabsOfABrowserAsOneMember(TestHttp http, TestSockets sockets) {
        TestSocket bob = enter(http, sockets, "Bob");
        Guest person = Guest.named("ada", http, sockets);
        TestSocket ada = Guest.named("Ada", http, sockets).enter("lobby");
        TestSocket first = person.open("lobby");
        Person self = first.next(You.class).self();
        assertEquals("ada 2", self.name());
        ada.close().awaitClose();
        bob.await(Left.class);

        TestSocket second = person.open("lobby"); // the name Ada is free now, but the person has another one
        assertEquals(self, second.next(You.class).self());
        assertEquals(2, second.next(Members.class).members().size());
        second.sendJson(new Say("from the second tab", "r-1"));
        assertEquals(self, bob.await(Said.class).from());
        first.close().awaitClose();
        second.sendJson(new Say("still here", "r-2"));
        assertEquals(self, bob.next(Said.class).from());
        second.close();
        assertEquals(self, bob.next(Left.class).who());
    }

    @Test
    void changesTheNameInAllTabs(TestHttp http, TestSockets sockets) {
        Guest person = Guest.named("Bob", http, sockets);
        TestSocket first = person.enter("lobby");
        TestSocket other = person.enter("other");
        first.sendJson(new Rename("Rob"));
        for (TestSocket tab : List.of(first, other)) {
            assertEquals("Rob", tab.await(You.class).self().name());
            assertEquals("Rob", tab.await(Joined.class).who().name());
        }
        person.takeName("Robert");
        for (TestSocket tab : List.of(first, other)) {
            assertEquals("Robert", tab.await(You.class).self().name());
        }
        assertEquals("Robert", person.open("third").next(You.class).self().name());
    }

    @Test
    void leavesAllRoomsWithTheEndOfTheSession(TestHttp http, TestSockets sockets) {
        TestSocket bob = enter(http, sockets, "Bob");
        Guest person = Guest.named("Ada", http, sockets);
        TestSocket first = person.enter("lobby");
        TestSocket other = person.enter("other");
        bob.await(Joined.class);
        assertTrue(person.http().get("/chat/lobby").body().contains("id=\"log\""));
        person.http().form("/leave").field("leave", "").post().expect(303);
        assertEquals(new Closed(1008, "The session has ended."), first.awaitClose());
        assertEquals(1008, other.awaitClose().code());
        assertEquals("Ada", bob.await(Left.class).who().name());
        assertTrue(person.http().get("/chat/lobby").body().contains("id=\"entrance\""));
        assertEquals(4001, person.open("lobby").awaitClose().code());
    }

    @Test
    void endsTheOldIdOfTheSessionWithEachNameOfTheForm(TestHttp http) {
        TestHttp browser = http.withCookies();
        String known = sessionCookie(browser, "Ada");
        assertTrue(http.get("/chat/lobby", "Cookie", known).body().contains("id=\"log\""));
        String next = sessionCookie(browser, "Ada L.");
        assertTrue(http.get("/chat/lobby", "Cookie", known).body().contains("id=\"entrance\""));
        assertTrue(http.get("/chat/lobby", "Cookie", next).body().contains("id=\"log\""));
    }

    /** Sends the form for a name, and returns the cookie of the session. */
    private static String sessionCookie(TestHttp browser, String name) {
        TestResponse answer =
                browser.form("/chat/lobby").field("name", name).post().expect(303);
        return answer.header("Set-Cookie").split(";")[0];
    }

    private static TestSocket enter(TestHttp http, TestSockets sockets, String name) {
        TestSocket socket = Guest.named(name, http, sockets).open("lobby");
        socket.await(Joined.class);
        return socket;
    }

    private static String nameGiven(TestHttp http, TestSockets sockets, String name, String room) {
        TestSocket socket = Guest.named(name, http, sockets).open(room);
        String given = socket.next(You.class).self().name();
        socket.await(Joined.class);
        return given;
    }
}

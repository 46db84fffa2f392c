package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.example.chat.ClientMessage.Ping;
import io.jetalyst.example.chat.ClientMessage.Rename;
import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Pong;
import io.jetalyst.example.chat.RoomEvent.Received;
import io.jetalyst.example.chat.RoomEvent.Refused;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.Typing;
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

/** The socket of a room, used as no page uses it. */
class HostileClientTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app);

    @Test
    void ignoresASenderThatAMessageClaims(TestHttp http, TestSockets sockets) {
        TestSocket ada = Guest.named("Ada", http, sockets).open("lobby");
        String adaId = ada.next(You.class).self().id();
        TestSocket bob = enter(http, sockets, "Bob");
        bob.send(
                "{\"type\":\"say\",\"text\":\"I am Ada\",\"ref\":\"r-1\",\"name\":\"Ada\",\"id\":\"x\",\"from\":{\"id\":\""
                        + adaId + "\",\"name\":\"Ada\"}}");
        Said said = bob.next(Said.class);
        assertEquals("Bob", said.from().name());
        assertNotEquals(adaId, said.from().id());
    }

    @Test
    void sendsTheReasonWhyItRefusesAMessage(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        Refused tooLong = ada.sendJson(new Say("x".repeat(2001), "long")).next(Refused.class);
        assertEquals("too-long", tooLong.code());
        assertEquals("long", tooLong.ref());
        assertEquals(
                "empty",
                ada.sendJson(new Say(" \n\u200B ", "r-1")).next(Refused.class).code());
        assertEquals(
                "empty",
                ada.send("{\"type\":\"say\",\"ref\":\"r-2\"}")
                        .next(Refused.class)
                        .code());
        assertEquals(
                "name",
                ada.sendJson(new Rename("n".repeat(33))).next(Refused.class).code());
        assertEquals(
                2000,
                ada.sendJson(new Say("x".repeat(2000), "r-3"))
                        .next(Said.class)
                        .text()
                        .length());
        ada.sendJson(new Ping()).next(Pong.class);
    }

    @Test
    void readsFastClientSlowlyAndAnswersEveryMessage(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        for (int number = 1; number <= 200; number++) {
            ada.sendJson(new Say("flood", "r-" + number));
        }
        for (int number = 1; number <= 200; number++) {
            assertEquals("r-" + number, ada.next(Said.class).ref());
        }
        ada.sendJson(new Ping()).next(Pong.class);
    }

    @Test
    void publishesAMessageOnceThatAClientSendsAgain(TestHttp http, TestSockets sockets) {
        TestSocket bob = enter(http, sockets, "Bob");
        Guest person = Guest.named("Ada", http, sockets);
        TestSocket ada = person.open("lobby");
        ada.sendJson(new Say("once", "r-1")).await(Said.class);
        ada.sendJson(new Say("once", "r-1"));
        assertEquals("r-1", ada.next(Received.class).ref());
        ada.close().awaitClose();
        TestSocket back = person.open("lobby").sendJson(new Say("once", "r-1"));
        assertEquals("r-1", back.await(Received.class).ref());
        bob.sendJson(new Say("once", "r-1")); // the reference of another sender is another one
        assertEquals("Ada", bob.await(Said.class).from().name());
        assertEquals("Bob", bob.await(Said.class).from().name());
    }

    @Test
    void dropsMostOfManyReportsThatAMemberIsTyping(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        TestSocket bob = enter(http, sockets, "Bob");
        ada.await(Joined.class);
        for (int number = 1; number <= 40; number++) {
            bob.sendJson(new ClientMessage.Typing());
        }
        bob.sendJson(new Say("written", "r-1"));
        int reports = 0;
        RoomEvent event = ada.next(RoomEvent.class);
        for (; event instanceof Typing typing; event = ada.next(RoomEvent.class)) {
            assertEquals("Bob", typing.who().name());
            reports++;
        }
        assertTrue(reports > 0 && reports < 40, "reports: " + reports);
        assertEquals("written", ((Said) event).text());
    }

    @Test
    void answersMalformedMessagesAndKeepsTheSessionOpen(TestHttp http, TestSockets sockets) {
        TestSocket ada = enter(http, sockets, "Ada");
        for (String message : List.of(
                "hello",
                "{\"type\":\"shutdown\"}",
                "{\"type\":\"say\",\"text\":{}}",
                "{\"type\":\"say\",\"text\":\"x\",\"ref\":\"<script>\"}",
                "{\"type\":\"say\",\"text\":\"x\"}",
                "[".repeat(20_000),
                "null",
                "{}")) {
            Refused refused = ada.sendJson(message).next(Refused.class);
            assertEquals(new Refused("malformed", "The server does not understand this message.", ""), refused);
        }
        ada.sendJson(new Ping()).next(Pong.class);
    }

    @Test
    void closesASessionWhoseMessageIsTooBig(TestHttp http, TestSockets sockets) {
        assertEquals(
                1009,
                enter(http, sockets, "Ada")
                        .send("x".repeat(70_000))
                        .awaitClose()
                        .code());
    }

    @Test
    void showsTheFormAgainWithTheReasonWhyANameIsRefused(TestHttp http, TestSockets sockets) {
        TestHttp browser = http.withCookies();
        TestResponse answer =
                browser.form("/chat/lobby").field("name", "n".repeat(33)).post().expect(422);
        assertTrue(answer.body().contains("role=\"alert\">A name has at most 32 characters.</p>"), answer.body());
        assertTrue(answer.body().contains("value=\"" + "n".repeat(33) + "\""), answer.body());
        assertEquals(
                new Closed(4001, "Enter a name first."),
                sockets.with(browser).open("/chat/lobby").awaitClose());
    }

    @Test
    void showsTheNameOfAFormAsText(TestHttp http) {
        String name = "\"><script>alert(1)</script>" + "n".repeat(33);
        TestResponse answer =
                http.form("/chat/lobby").field("name", name).post().expect(422);
        assertFalse(answer.body().contains("<script>alert"), answer.body());
    }

    @Test
    void refusesANameFromAPageOfAnotherSite(TestHttp http) {
        http.form("/chat/lobby")
                .field("name", "Eve")
                .post("Origin", "https://evil.example")
                .expect(403);
        http.form("/leave").field("x", "").post("Sec-Fetch-Site", "cross-site").expect(403);
    }

    @Test
    void letsANewMemberIntoARoomWithLongMessages(TestHttp http, TestSockets sockets) {
        String last = "";
        for (String name : List.of("Ada", "Bob")) {
            TestSocket socket = enter(http, sockets, name);
            for (int number = 1; number <= 15; number++) {
                String text = name + number + "漢".repeat(1990);
                socket.sendJson(new Say(text, "r-" + number))
                        .await(Said.class, said -> said.text().equals(text));
                last = text;
            }
        }
        String newest = last;
        TestSocket cleo = Guest.named("guest", http, sockets).open("lobby");
        cleo.await(Said.class, said -> said.text().equals(newest));
        cleo.next(Joined.class);
        cleo.sendJson(new Ping()).next(Pong.class);
    }

    @Test
    void refusesOtherOriginsAndImpossibleRooms(TestHttp http, TestSockets sockets) {
        sockets.refused("/chat/lobby", "Origin", "https://evil.example").expect(403);
        sockets.refused("/echo", "Origin", "null").expect(403);
        sockets.refused("/chat/Lobby").expect(404);
        sockets.refused("/chat/" + "r".repeat(65)).expect(404);
        String own = "http://" + http.uri("/").getAuthority();
        assertEquals(
                4001, sockets.open("/chat/lobby", "Origin", own).awaitClose().code());
    }

    private static TestSocket enter(TestHttp http, TestSockets sockets, String name) {
        TestSocket socket = Guest.named(name, http, sockets).open("lobby");
        socket.await(Joined.class);
        return socket;
    }
}

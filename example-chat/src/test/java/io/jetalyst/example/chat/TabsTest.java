package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Left;
import io.jetalyst.example.chat.RoomEvent.Members;
import io.jetalyst.example.chat.RoomEvent.Refused;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person, or one address, opens many tabs. */
class TabsTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app, "--chat.tabs-per-address=24");

    @Test
    void closesTheOldestOfMoreThanFiveTabsInARoom(TestHttp http, TestSockets sockets) {
        TestSocket bob = Guest.named("Bob", http, sockets).enter("lobby");
        List<TestSocket> tabs = open(Guest.named("Ada", http, sockets), "lobby", 6);

        String reason = "You opened this room in more than 5 tabs. This was the oldest one.";
        assertEquals(new Refused("too-many-tabs", reason, ""), tabs.get(0).await(Refused.class));
        assertEquals(new Closed(1008, reason), tabs.get(0).awaitClose());
        tabs.get(5).sendJson(new Say("still here", "r-1"));
        assertEquals("still here", tabs.get(1).await(Said.class).text());
        assertEquals("Ada", bob.await(Joined.class).who().name());
        assertEquals("still here", bob.next(Said.class).text()); // and no event between them
    }

    @Test
    void closesTheOldestOfMoreThanTwentyTabsInAllRooms(TestHttp http, TestSockets sockets) {
        TestSocket bob = Guest.named("Bob", http, sockets).enter("room-1");
        Guest ada = Guest.named("Ada", http, sockets);
        List<TestSocket> tabs = new ArrayList<>();
        for (int number = 1; number <= 21; number++) {
            tabs.addAll(open(ada, "room-" + number, 1));
        }

        assertEquals(
                new Closed(1008, "You opened more than 20 tabs of the chat. This was the oldest one."),
                tabs.get(0).awaitClose());
        assertEquals("Ada", bob.await(Left.class).who().name());
        TestSocket second = tabs.get(1).sendJson(new Say("still here", "r-1"));
        assertEquals("still here", second.await(Said.class).text());
    }

    @Test
    void refusesTabsOfAnAddressThatHasTooMany(TestHttp http, TestSockets sockets) {
        for (String name : List.of("Ada", "Bob", "Cleo", "Dan")) {
            open(Guest.named(name, http, sockets), "lobby", 5);
        }
        TestSocket last = open(Guest.named("Eve", http, sockets), "lobby", 4).get(3);

        TestSocket refused = Guest.named("Fred", http, sockets).open("lobby");
        assertEquals("address-full", refused.next(Refused.class).code());
        assertEquals(1013, refused.awaitClose().code());
        last.close().awaitClose();
        TestSocket other = Guest.named("Gwen", http, sockets).open("lobby");
        other.await(Members.class);
    }

    @Test
    void limitsNewNamesOfAnAddress(TestHttp http) {
        TestHttp known = http.withCookies();
        known.form("/chat/lobby").field("name", "Ada").post().expect(303);
        for (int number = 2; number <= 60; number++) {
            http.form("/chat/lobby").field("name", "B" + number).post().expect(303);
        }
        TestResponse answer =
                http.form("/chat/lobby").field("name", "Eve").post().expect(429);
        assertTrue(Long.parseLong(answer.header("Retry-After")) <= 10, answer.header("Retry-After"));
        assertTrue(
                answer.body().contains("role=\"alert\">Many people at your address have entered. Try"), answer.body());
        assertTrue(answer.body().contains("value=\"Eve\""), answer.body());
        known.form("/chat/lobby").field("name", "Ada L.").post().expect(303);
    }

    private static List<TestSocket> open(Guest person, String room, int count) {
        List<TestSocket> tabs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            TestSocket tab = person.open(room);
            tab.await(Members.class);
            tabs.add(tab);
        }
        return tabs;
    }
}

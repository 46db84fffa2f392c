package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.jetalyst.example.chat.ClientMessage.Say;
import io.jetalyst.example.chat.RoomEvent.Joined;
import io.jetalyst.example.chat.RoomEvent.Members;
import io.jetalyst.example.chat.RoomEvent.Refused;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.You;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A small chat: two rooms with three seats each. */
class LimitsTest {
    @RegisterExtension
    final TestApp app = TestApp.of(ChatApp::app, "--server.max-topics=4", "--chat.seats=3");

    @Test
    void boundsRoomsAndTheirSeats(TestHttp http, TestSockets sockets) {
        for (String room : List.of("one", "one", "one", "two")) {
            Guest.named("guest", http, sockets).open(room).await(Members.class);
        }
        TestSocket fourth = Guest.named("guest", http, sockets).open("one");
        assertEquals("room-full", fourth.next(Refused.class).code());
        assertEquals(1013, fourth.awaitClose().code());
        TestSocket third = Guest.named("guest", http, sockets).open("three");
        assertEquals("too-many-rooms", third.await(Refused.class).code());
        assertEquals(1013, third.awaitClose().code());
    }

    @Test
    void countsPeopleAndNotTheirTabs(TestHttp http, TestSockets sockets) {
        Guest ada = Guest.named("Ada", http, sockets);
        for (int tab = 1; tab <= 4; tab++) {
            ada.open("one").await(Members.class);
        }
        Guest.named("Bob", http, sockets).open("one").await(Members.class);
        Guest.named("Cleo", http, sockets).open("one").await(Members.class);
        TestSocket fourth = Guest.named("Dan", http, sockets).open("one");
        assertEquals("room-full", fourth.next(Refused.class).code());
        ada.open("one").await(Members.class);
    }

    @Test
    void changesANameInAFullRoom(TestHttp http, TestSockets sockets) {
        TestSocket ada = Guest.named("Ada", http, sockets).open("one");
        ada.await(Joined.class);
        Guest.named("guest", http, sockets).open("one").await(Joined.class);
        Guest.named("guest", http, sockets).open("one").await(Joined.class);
        ada.sendJson(new ClientMessage.Rename("Lady Ada"))
                .await(Joined.class, joined -> joined.who().name().equals("Lady Ada"));
    }

    @Test
    void freesPlacesOfEmptyRooms(TestHttp http, TestSockets sockets) {
        Guest.named("guest", http, sockets).open("other").await(Members.class);
        TestSocket ada = Guest.named("Ada", http, sockets).open("lobby");
        ada.sendJson(new Say("remember me", "r-1")).await(Said.class);
        ada.close();
        enterAtLast(http, sockets, "third").close();
        enterAtLast(http, sockets, "lobby").next(Said.class); // the history outlives its last reader
    }

    /** Tries until the server has noticed that another session has ended. */
    private static TestSocket enterAtLast(TestHttp http, TestSockets sockets, String room) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Guest guest = Guest.named("guest", http, sockets);
        while (System.nanoTime() < end) {
            TestSocket socket = guest.open(room);
            socket.next(You.class);
            if (socket.next(RoomEvent.class) instanceof Members) {
                return socket;
            }
            socket.awaitClose();
        }
        return fail("the server still refuses " + room);
    }
}

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
    void boundsRoomsAndTheirSeats(TestSockets sockets) {
        for (String path : List.of("/chat/one", "/chat/one", "/chat/one", "/chat/two")) {
            sockets.open(path).await(Members.class);
        }
        TestSocket fourth = sockets.open("/chat/one");
        assertEquals("room-full", fourth.next(Refused.class).code());
        assertEquals(1013, fourth.awaitClose().code());
        TestSocket third = sockets.open("/chat/three");
        assertEquals("too-many-rooms", third.await(Refused.class).code());
        assertEquals(1013, third.awaitClose().code());
    }

    @Test
    void changesANameInAFullRoom(TestSockets sockets) {
        TestSocket ada = sockets.open("/chat/one?name=Ada");
        ada.await(Joined.class);
        sockets.open("/chat/one").await(Joined.class);
        sockets.open("/chat/one").await(Joined.class);
        ada.sendJson(new ClientMessage.Rename("Lady Ada"))
                .await(Joined.class, joined -> joined.who().name().equals("Lady Ada"));
    }

    @Test
    void freesPlacesOfEmptyRooms(TestSockets sockets) {
        sockets.open("/chat/other").await(Members.class);
        TestSocket ada = sockets.open("/chat/lobby?name=Ada");
        ada.sendJson(new Say("remember me", "r-1")).await(Said.class);
        ada.close();
        enterAtLast(sockets, "/chat/third").close();
        enterAtLast(sockets, "/chat/lobby").next(Said.class); // the history outlives its last reader
    }

    /** Tries until the server has noticed that another session has ended. */
    private static TestSocket enterAtLast(TestSockets sockets, String path) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            TestSocket socket = sockets.open(path);
            socket.next(You.class);
            if (socket.next(RoomEvent.class) instanceof Members) {
                return socket;
            }
            socket.awaitClose();
        }
        return fail("the server still refuses " + path);
    }
}

package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.jetalyst.example.chat.RoomEvent.Refused;
import io.jetalyst.example.chat.RoomEvent.Said;
import io.jetalyst.example.chat.RoomEvent.Welcome;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A small chat: two rooms of three seats. */
class LimitsTest {
    @RegisterExtension
    final TestApp app = TestApp.of(args -> ChatApp.app(new Limits(2, 3), args));

    @Test
    void roomsAndTheirSeatsAreBounded(TestSockets sockets) {
        for (String path : List.of("/chat/one", "/chat/one", "/chat/one", "/chat/two")) {
            sockets.open(path).next(Welcome.class);
        }
        TestSocket fourth = sockets.open("/chat/one");
        assertEquals("room-full", fourth.next(Refused.class).code());
        assertEquals(1013, fourth.awaitClose().code());
        TestSocket third = sockets.open("/chat/three");
        assertEquals("too-many-rooms", third.next(Refused.class).code());
        assertEquals(1013, third.awaitClose().code());
    }

    @Test
    void emptyRoomsVanish(TestSockets sockets) {
        sockets.open("/chat/other").next(Welcome.class);
        TestSocket ada = sockets.open("/chat/lobby?name=Ada");
        ada.next(Welcome.class);
        ada.send(new ClientMessage.Say("remember me", "")).next(Said.class);
        ada.close();
        enterAtLast(sockets, "/chat/third").socket().close();
        assertEquals(List.of(), enterAtLast(sockets, "/chat/lobby").welcome().history());
    }

    private record Entered(TestSocket socket, Welcome welcome) {}

    /** Tries until the server has noticed that another session has ended. */
    private static Entered enterAtLast(TestSockets sockets, String path) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            TestSocket socket = sockets.open(path);
            if (socket.next(RoomEvent.class) instanceof Welcome welcome) {
                return new Entered(socket, welcome);
            }
            socket.awaitClose();
        }
        return fail("the server still refuses " + path);
    }
}

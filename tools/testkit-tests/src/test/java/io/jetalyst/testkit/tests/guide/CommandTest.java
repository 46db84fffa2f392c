package io.jetalyst.testkit.tests.guide;

import static io.jetalyst.testkit.RawSocket.FIN;
import static io.jetalyst.testkit.RawSocket.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Text, binary and JSON messages, and unexpected ones. */
class CommandTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(Guide::app);

    @Test
    void receivesTextAndBinary(TestSockets sockets) {
        TestSocket socket = sockets.open("/shout").send("hello").send(new byte[] {1, 2});
        assertEquals("HELLO", socket.next(String.class));
        assertArrayEquals(new byte[] {1, 2}, socket.next(byte[].class));
    }

    @Test
    void dispatchesMessagesToMethodsOfListener(TestSockets sockets) {
        TestSocket socket = sockets.open("/commands").sendJson(new ClientMessage.Say("hello"));
        assertEquals("You said hello", socket.next(String.class));
        socket.send("{\"type\":\"leave\"}");
        assertEquals(new Closed(1000, ""), socket.awaitClose());
    }

    @Test
    void sendsValueAsItsSealedType(TestSockets sockets) {
        TestSocket socket = sockets.open("/mirror").sendJson(new ClientMessage.Say("hello"));
        assertEquals("{\"type\":\"say\",\"text\":\"hello\"}", socket.next(String.class));
    }

    @Test
    void closesSessionOnMalformedMessage(TestSockets sockets) {
        assertEquals(1007, sockets.open("/commands").send("hello").awaitClose().code());
        TestSocket unknown = sockets.open("/commands").send("{\"type\":\"sing\"}");
        assertEquals(new Closed(1007, "malformed message"), unknown.awaitClose());
    }

    @Test
    void keepsSessionOpenIfMalformedMessagesAreHandled(TestSockets sockets) {
        TestSocket socket = sockets.open("/patient").send("hello").sendJson(new ClientMessage.Say("hello"));
        assertEquals("Unknown command: hello", socket.next(String.class));
        assertEquals("You said hello", socket.next(String.class));
    }

    @Test
    void closesSessionOnMessageTypeWithoutListener(TestSockets sockets) {
        assertEquals(
                new Closed(1003, "binary messages are not supported"),
                sockets.open("/patient").send(new byte[] {1}).awaitClose());
    }

    @Test
    void soDoesTextThatIsNoUtf8(TestSockets sockets) throws Exception {
        RawSocket raw = sockets.raw("/shout");
        raw.frame(FIN | TEXT, (byte) 0xff);
        assertEquals(1007, raw.readClose());
    }
}

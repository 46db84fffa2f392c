package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EchoTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(ChatApp::app);

    @Test
    void sendsTextBackAsTextAndBinaryAsBinary(TestSockets sockets) {
        TestSocket echo = sockets.open("/echo");
        byte[] bytes = {0, 1, -1, 127};
        String text = "Grüße 👋".repeat(1000);
        echo.send("").send(text).send(bytes).send("last");
        assertEquals("", echo.next(String.class));
        assertEquals(text, echo.next(String.class));
        assertArrayEquals(bytes, echo.next(byte[].class));
        assertEquals("last", echo.next(String.class));
        assertEquals(1000, echo.close().awaitClose().code());
    }
}

package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TabTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app);

    @Test
    void closesTheSixthSessionOfAClient(TestSockets sockets) {
        for (TestSocket tab :
                IntStream.range(0, 5).mapToObj(number -> sockets.open("/tabs")).toList()) {
            assertEquals("a", tab.send("a").next(String.class));
        }
        assertEquals(
                new Closed(1013, "Too many tabs are open. Close one of them."),
                sockets.open("/tabs").awaitClose());
    }
}

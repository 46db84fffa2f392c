package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses the socket on the path of the page, over real connections. */
class HelloSocketTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Main::app);

    @Test
    void answersEveryNameWithGreeting(TestSockets sockets) {
        TestSocket socket = sockets.open("/hello/Ada?language=SPANISH");
        assertEquals(new Greeting("Hola, Ada!", 1), socket.next(Greeting.class));

        socket.send("Grace");
        assertEquals(new Greeting("Hola, Grace!", 2), socket.next(Greeting.class));
    }

    @Test
    void refusesAnUnknownLanguage(TestSockets sockets) {
        TestResponse problem = sockets.refused("/hello/Ada?language=LATIN").expect(400);

        assertTrue(problem.body().contains("language"), problem.body());
    }
}

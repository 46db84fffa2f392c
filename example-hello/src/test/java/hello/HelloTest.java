package hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HelloTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(Main::app);

    @Test
    void showsThePageToAPlainRequest(TestHttp http) {
        assertTrue(http.get("/hello/Ada").expect(200).body().startsWith("Hello, Ada."));
    }

    @Test
    void answersTextOnTheSocket(TestSockets sockets) {
        TestSocket socket = sockets.open("/hello/Ada?times=2");
        socket.send("welcome");
        assertEquals("Ada, welcome! Ada, welcome! ", socket.next(String.class));
    }
}

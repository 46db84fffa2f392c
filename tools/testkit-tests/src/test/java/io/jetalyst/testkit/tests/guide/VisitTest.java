package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of the listeners of a session: onClose is last, and called once. */
class VisitTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app);

    private TestSocket log;
    private TestSocket ada;

    @BeforeEach
    void open(TestSockets sockets) {
        log = sockets.open("/visits");
        assertEquals("here", log.send("here").next(String.class)); // it is subscribed
        ada = sockets.open("/visits/Ada");
        assertEquals("Ada came", log.next(String.class));
    }

    @Test
    void notifiesOpenMessageAndCloseInOrder() {
        ada.send("1").send("2").close();
        assertEquals("Ada said 1", log.next(String.class));
        assertEquals("Ada said 2", log.next(String.class));
        assertEquals("Ada left: 1000 CLIENT", log.next(String.class));
    }

    @Test
    void closesSessionWhenListenerThrows() {
        ada.send("one");
        assertEquals("Ada failed: For input string: \"one\"", log.next(String.class));
        assertEquals("Ada left: 1011 ERROR", log.next(String.class));
        assertEquals(1011, ada.awaitClose().code());
    }

    @Test
    void notifiesErrorBeforeCloseOnNetworkFailure() {
        ada.abort();
        assertEquals("Ada failed", log.next(String.class).split(":")[0]);
        assertEquals("Ada left: 1006 NETWORK", log.next(String.class));
    }
}

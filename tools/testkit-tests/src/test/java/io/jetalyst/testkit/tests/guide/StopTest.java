package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Graceful shutdown. */
class StopTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app);

    @Test
    void closesEverySocketWith1001OnShutdown(RunningApp running, TestSockets sockets) {
        TestSocket ada = sockets.open("/echo");
        running.close();
        assertEquals(new Closed(1001, "the server stops"), ada.awaitClose());
    }

    @Test
    void rejectsHandshakeDuringShutdown(RunningApp running, TestSockets sockets) throws Exception {
        RawSocket silent = sockets.raw("/echo"); // does not answer the close frame, so the server waits
        CompletableFuture<Void> stop = CompletableFuture.runAsync(running::close);
        assertEquals(1001, silent.readClose());

        sockets.refused("/echo").expect(503);

        silent.closeFrame(1001);
        stop.get(10, TimeUnit.SECONDS);
    }
}

package io.jetalyst.testkit.tests.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.Closed;
import io.jetalyst.testkit.RawSocket;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Graceful shutdown. */
class StopTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Guide::app);

    @Test
    void closesEverySocketWith1012OnShutdown(RunningApp running, TestSockets sockets) {
        TestSocket ada = sockets.open("/echo");
        running.close();
        assertEquals(new Closed(1012, "the server stops"), ada.awaitClose());
    }

    @Test
    void rejectsHandshakeOnOpenConnectionDuringShutdown(RunningApp running, TestSockets sockets) throws Exception {
        RawSocket silent = sockets.raw("/echo"); // does not answer the close frame, so the server waits
        try (RawSocket late = new RawSocket(running.port())) {
            late.write("GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
            assertTrue(late.readHead().startsWith("HTTP/1.1 404 "));
            CompletableFuture<Void> stop = CompletableFuture.runAsync(running::close);
            assertEquals(1012, silent.readClose());

            late.write(RawSocket.handshake("/echo"));
            StringBuilder answers = new StringBuilder();
            late.readUntilEnd(answers);
            assertTrue(answers.toString().contains("HTTP/1.1 503 "), answers::toString);

            silent.closeFrame(1012);
            stop.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closesThePortBeforeTheSockets(RunningApp running, TestSockets sockets) throws Exception {
        RawSocket silent = sockets.raw("/echo");
        CompletableFuture<Void> stop = CompletableFuture.runAsync(running::close);
        assertEquals(1012, silent.readClose());

        assertThrows(ConnectException.class, () -> new RawSocket(running.port()));

        silent.closeFrame(1012);
        stop.get(10, TimeUnit.SECONDS);
    }
}

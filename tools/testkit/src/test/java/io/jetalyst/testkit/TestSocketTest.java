package io.jetalyst.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.codec.Codecs;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Close frames of both sides that cross. */
class TestSocketTest {
    private final Transcript transcript = new Transcript("/path");
    /** Of a client that answers the close of the server between the two calls. */
    private final WebSocket answering = (WebSocket) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {WebSocket.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isOutputClosed" -> false;
                case "sendClose" -> CompletableFuture.failedFuture(new IOException("Output closed"));
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private final TestSocket socket =
            new TestSocket(answering, transcript, new Json(new Codecs(List.of())), Duration.ofSeconds(10));

    @Test
    void acceptsCloseThatCrossesTheServersClose() {
        Closed byServer = new Closed(4002, "bye");
        transcript.end(byServer, null);
        assertEquals(byServer, socket.close().awaitClose());
    }

    @Test
    void reportsCloseThatCannotBeWritten() {
        AssertionError failure = assertThrows(AssertionError.class, socket::close);
        assertTrue(failure.getMessage().contains("Output closed"), failure.getMessage());
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jetty calls no failure listener of a request while a write of its response waits for the client. */
@Timeout(60)
class AbortedWriteTest {
    private static final byte[] CANCEL = {0, 0, 0, 8};
    /** SETTINGS_INITIAL_WINDOW_SIZE of the client's streams: the server may send them 10 bytes. */
    private static final byte[] NO_WINDOW = {0, 4, 0, 0, 0, 10};

    @Test
    void notifiesTheListenerOfAResponseThatWaitsForTheWindow() throws Exception {
        CompletableFuture<Throwable> aborted = new CompletableFuture<>();
        try (TestServer server = TestServer.http(exchange -> {
                    exchange.onAbort(aborted::complete);
                    exchange.respond(Response.text("x".repeat(1_000)));
                });
                Http2Socket client = new Http2Socket(server.port(), NO_WINDOW)) {
            client.get(1, "/");
            assertEquals(10, client.await(Http2Socket.DATA).payload().length);
            client.send(Http2Socket.RST_STREAM, 0, 1, CANCEL);
            aborted.get(20, TimeUnit.SECONDS);
        }
    }
}

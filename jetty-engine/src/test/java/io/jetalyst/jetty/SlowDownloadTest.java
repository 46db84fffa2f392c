package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that do not read a file keep no thread for blocking tasks. */
@Timeout(60)
class SlowDownloadTest {
    private static final long BYTES = 64L * 1024 * 1024; // more than the buffers of the kernel
    private static final int SLOW_CLIENTS = 10;

    @TempDir
    private Path directory;

    @Test
    void servesOthersWhileClientsDoNotReadTheirFiles() throws Exception {
        Path file = directory.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BYTES);
        }
        List<RawSocket> slow = new ArrayList<>();
        try (TestServer server = TestServer.http(
                options -> options.blockingThreads(2).maxBlockingTasks(4), exchange -> answer(exchange, file))) {
            try {
                for (int i = 0; i < SLOW_CLIENTS; i++) {
                    slow.add(download(server.port()));
                }
                assertServesOthers(server);
            } finally {
                slow.forEach(RawSocket::reset); // before the server stops, which waits for downloads
            }
        }
    }

    /** A client that reads nothing but the head of its response. */
    private static RawSocket download(int port) throws IOException {
        RawSocket raw = new RawSocket(port);
        raw.write("GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n");
        String head = raw.readHead();
        assertTrue(head.startsWith("HTTP/1.1 200 "), head);
        return raw;
    }

    private static void assertServesOthers(TestServer server) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("http", "/work"));
        assertEquals(
                "done",
                client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        request.uri(server.uri("http", "/file"));
        try (InputStream body = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            body.skipNBytes(BYTES);
            assertEquals(-1, body.read());
        }
    }

    private static void answer(Exchange exchange, Path file) {
        if (exchange.request().path().equals("/file")) {
            exchange.respond(Response.file(file));
        } else {
            exchange.execute(() -> exchange.respond(Response.text("done")));
        }
    }
}

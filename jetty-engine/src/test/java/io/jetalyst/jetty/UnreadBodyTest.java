package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.testkit.RawSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are ready before the request's body has arrived, and that nobody reads. */
@Timeout(60)
class UnreadBodyTest {
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private final BlockingQueue<String> responded = new LinkedBlockingQueue<>();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.http(exchange -> {
            String path = exchange.request().path();
            Status status = path.equals("/404") ? Status.NOT_FOUND : Status.OK;
            if (path.equals("/read")) {
                exchange.body()
                        .read(1 << 20)
                        .thenAccept(bytes -> exchange.respond(Response.text("read " + bytes.length)));
            } else {
                exchange.respond(Response.text(path).status(status));
            }
            responded.add(path);
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /200|Content-Length: 5|hello",
                "PUT /404|Content-Length: 5|hello",
                "GET /200|Content-Length: 5|hello",
                "POST /404|" + CHUNKED + "|5\r\nhello\r\n0\r\n\r\n"
            })
    void keepsConnectionWhenBodyArrivesAfterTheResponseIsReady(String request) throws Exception {
        String[] parts = request.split("\\|");
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(parts[0] + " HTTP/1.1\r\nHost: a\r\n" + parts[1] + "\r\n\r\n");
            responded.poll(10, TimeUnit.SECONDS);
            raw.write(parts[2]);
            raw.write("GET /second HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            StringBuilder all = new StringBuilder();
            raw.readUntilEnd(all);
            String first = all.substring(0, all.indexOf("HTTP/1.1", 1));
            assertFalse(first.contains("Connection: close"), first);
            assertTrue(all.toString().endsWith("/second"), all::toString);
        }
    }

    @Test
    void announcesTheEndWhenTheBodyDoesNotArrive() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST /200 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
            String head = raw.readHead();
            assertTrue(head.startsWith("HTTP/1.1 200") && head.contains("Connection: close"), head);
            raw.readFully("/200".length());
            raw.awaitEnd();
        }
    }

    @Test
    void clientGetsResponseToLargeUploadThatNobodyReads() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 10; i++) {
            HttpRequest upload = HttpRequest.newBuilder(server.uri("http", "/404"))
                    .POST(BodyPublishers.ofByteArray(new byte[5_000_000]))
                    .build();
            HttpResponse<String> response = client.send(upload, HttpResponse.BodyHandlers.ofString());
            assertEquals(404, response.statusCode());
            assertEquals("/404", response.body());
        }
    }

    @Test
    void readsOnWhileTheClientSendsAfterTheFinalResponse() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST /404 HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
            String head = raw.readHead();
            assertTrue(head.contains("Connection: close"), head);
            byte[] part = new byte[50_000];
            for (int i = 0; i < 100; i++) {
                raw.write(part); // a reset would make this fail
            }
            assertEquals("/404", new String(raw.readFully(4), java.nio.charset.StandardCharsets.US_ASCII));
            raw.awaitEnd();
        }
    }

    @Test
    void sends100OnlyIfSomebodyReads() throws Exception {
        String expecting = " HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n";
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST /read" + expecting);
            assertTrue(raw.readHead().startsWith("HTTP/1.1 100 "));
            raw.write("hello");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
        }
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST /404" + expecting);
            String head = raw.readHead();
            assertTrue(head.startsWith("HTTP/1.1 404 ") && head.contains("Connection: close"), head);
        }
    }

    @Test
    void resetsTheStreamWithoutErrorAfterACompleteResponse() throws Exception {
        try (Http2Socket client = new Http2Socket(server.port())) {
            client.request(
                    1,
                    0,
                    ":method",
                    "POST",
                    ":scheme",
                    "http",
                    ":path",
                    "/404",
                    ":authority",
                    "a",
                    "content-length",
                    "5000000");
            client.await(Http2Socket.HEADERS);
            assertEquals(
                    "/404",
                    new String(client.await(Http2Socket.DATA).payload(), java.nio.charset.StandardCharsets.US_ASCII));
            assertEquals(
                    0,
                    ByteBuffer.wrap(client.await(Http2Socket.RST_STREAM).payload())
                            .getInt());
            client.get(3, "/200");
            client.await(Http2Socket.HEADERS);
        }
    }

    @Test
    void stopsWhileItLingers() throws Exception {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write("POST /404 HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
            raw.readHead();
            CompletableFuture.runAsync(() -> server.engine().stop(Duration.ofSeconds(1)))
                    .get(20, TimeUnit.SECONDS);
        }
    }
}

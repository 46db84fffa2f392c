package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a client sends before it has the response to the one before (RFC 9112 §9.3.2). */
@Timeout(60)
class PipelinedRequestsTest {
    private static final String FIELDS = "Host: a\r\n\r\n";
    private static final String SECOND = "GET /b HTTP/1.1\r\n" + FIELDS;

    /** A first request, and how long the server takes to answer it. */
    private enum First {
        WITHOUT_BODY("GET /a HTTP/1.1\r\n" + FIELDS),
        SHORT_LINE("GET / HTTP/1.1\r\n" + FIELDS),
        AFTER_EMPTY_LINES("\r\n\r\nGET /a HTTP/1.1\r\n" + FIELDS),
        WITH_LENGTH("POST /a HTTP/1.1\r\nContent-Length: 4\r\n" + FIELDS + "\r\n\r\n"),
        WITH_CHUNKS("POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + FIELDS + "4\r\n\r\n\r\n\r\n0\r\n\r\n"),
        WITH_LONG_FIELD("GET /a HTTP/1.1\r\nX-Long: " + "y".repeat(4000) + "\r\n" + FIELDS),
        WITH_LONG_BODY("POST /a HTTP/1.1\r\nContent-Length: 20000\r\n" + FIELDS + "z".repeat(20_000)),
        ANSWERED_LATER("GET /later HTTP/1.1\r\n" + FIELDS);

        private final String bytes;

        First(String bytes) {
            this.bytes = bytes;
        }
    }

    private TestServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private RawSocket connect() throws IOException {
        ExchangeHandler handler = exchange -> exchange.body().read(100_000).thenAccept(body -> {
            Response ok = Response.text("ok");
            if (exchange.request().path().equals("/later")) {
                exchange.onAbort(reason -> {}); // lets the engine probe the connection
                CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(() -> exchange.respond(ok));
            } else {
                exchange.respond(ok);
            }
        });
        server = TestServer.http(options -> options.headTimeout(Duration.ofSeconds(4)), handler);
        return new RawSocket(server.port());
    }

    private static String readAnswer(RawSocket raw) throws IOException {
        String head = raw.readHead();
        if (head.startsWith("HTTP/1.1 200 ")) {
            assertEquals("ok", new String(raw.readFully(2), StandardCharsets.US_ASCII));
        }
        return head.substring(9, 12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 15, 16, 19, 26})
    void answersRequestWhereverItIsSplit(int split) throws Exception {
        try (RawSocket raw = connect()) {
            raw.write(First.WITHOUT_BODY.bytes + SECOND.substring(0, split));
            assertEquals("200", readAnswer(raw));
            raw.write(SECOND.substring(split));
            assertEquals("200", readAnswer(raw));
        }
    }

    @ParameterizedTest
    @EnumSource(First.class)
    void rejectsMalformedRequestLineBehindAnotherRequest(First first) throws Exception {
        try (RawSocket raw = connect()) {
            raw.write(first.bytes + first.bytes + "GET  /b HTTP/1.1\r\n" + FIELDS);
            assertEquals("200", readAnswer(raw));
            assertEquals("200", readAnswer(raw));
            assertEquals("400", readAnswer(raw));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /b http/1.1, 1",
        "GET /b http/1.1, 8",
        "GET  /b HTTP/1.1, 4",
        "GET  /b HTTP/1.1, 5",
        "GET /b  HTTP/1.1, 8"
    })
    void rejectsMalformedRequestLineThatIsSplit(String line, int split) throws Exception {
        String second = line + "\r\n" + FIELDS;
        try (RawSocket raw = connect()) {
            raw.write(First.WITH_LENGTH.bytes + second.substring(0, split));
            assertEquals("200", readAnswer(raw));
            raw.write(second.substring(split));
            assertEquals("400", readAnswer(raw));
        }
    }

    @ParameterizedTest
    @EnumSource(First.class)
    void answersAllValidRequestsOfOneSegment(First first) throws Exception {
        int count = first == First.ANSWERED_LATER ? 2 : 30;
        try (RawSocket raw = connect()) {
            raw.write((first.bytes + SECOND).repeat(count));
            for (int i = 0; i < 2 * count; i++) {
                assertEquals("200", readAnswer(raw), "response " + i);
            }
        }
    }

    @Test
    void keepsConnectionWhoseBufferIsFullOfRequests() throws Exception {
        int count = 3000; // more bytes than Jetty's buffer takes, while the first response is open
        try (RawSocket raw = connect()) {
            raw.write(First.ANSWERED_LATER.bytes + SECOND.repeat(count));
            for (int i = 0; i <= count; i++) {
                assertEquals("200", readAnswer(raw), "response " + i);
            }
        }
    }

    @Test
    void answers408WhenTheHeadDoesNotArriveInTime() throws Exception {
        try (RawSocket raw = connect()) {
            raw.write(First.WITHOUT_BODY.bytes + SECOND.substring(0, 20));
            assertEquals("200", readAnswer(raw));
            assertEquals("408", readAnswer(raw));
        }
    }

    @Test
    void sendsNoBodyWithTheRefusalOfAHead() throws Exception {
        try (RawSocket raw = connect()) {
            raw.write(First.WITHOUT_BODY.bytes + "HEAD /" + "x".repeat(10_000) + " HTTP/1.1\r\n" + FIELDS);
            assertEquals("200", readAnswer(raw));
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            assertTrue(answer.toString().startsWith("HTTP/1.1 414 "), answer::toString);
            assertTrue(answer.toString().endsWith("\r\n\r\n"), answer::toString);
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no good request: each has one status, the connection ends, and no second answer comes. */
@Timeout(30)
class WireTableTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String SMUGGLED = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final String LONG = "LONG";
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.http(new ExchangeHandler() {
            @Override
            public void handle(Exchange exchange) {
                exchange.respond(Response.text("reached " + exchange.request().path()));
            }

            @Override
            public Response refuse(Request request, HttpProblem problem) {
                return ExchangeHandler.super
                        .refuse(request, problem)
                        .header("X-Refused", Integer.toString(problem.status().code()));
            }
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> table() {
        String get = "GET / HTTP/1.1\r\n" + HOST;
        String post = "POST / HTTP/1.1\r\n" + HOST;
        return Stream.of(
                row(400, "bare LF after the line", "GET / HTTP/1.1\n" + HOST + "\r\n"),
                row(400, "bare LF after a field", get + "A: b\n\r\n"),
                row(400, "bare CR in a field", get + "A: b\rC: d\r\n\r\n"),
                row(400, "NUL in a field", get + "A: b\0c\r\n\r\n"),
                row(400, "blank before the colon", get + "A : b\r\n\r\n"),
                row(400, "folded field", get + "A: b\r\n c\r\n\r\n"),
                row(400, "field without colon", get + "A\r\n\r\n"),
                row(400, "no Host", "GET / HTTP/1.1\r\n\r\n"),
                row(400, "two Hosts", get + "Host: other\r\n\r\n"),
                row(400, "empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                row(400, "Host with markup", "GET / HTTP/1.1\r\nHost: <script>\r\n\r\n"),
                row(400, "two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello" + SMUGGLED),
                row(400, "list of lengths", post + "Content-Length: 5, 6\r\n\r\nhello" + SMUGGLED),
                row(400, "length with sign", post + "Content-Length: +5\r\n\r\nhello" + SMUGGLED),
                row(400, "negative length", post + "Content-Length: -1\r\n\r\n" + SMUGGLED),
                row(400, "length beyond 64 bits", post + "Content-Length: 18446744073709551616\r\n\r\n" + SMUGGLED),
                row(
                        400,
                        "length and chunks",
                        post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED),
                row(400, "chunks not last", post + "Transfer-Encoding: chunked, identity\r\n\r\n" + SMUGGLED),
                row(400, "unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n" + SMUGGLED),
                row(501, "coding before chunks", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" + SMUGGLED),
                row(400, "semicolon in the path", "GET /a;b HTTP/1.1\r\n" + HOST + "\r\n" + SMUGGLED),
                row(400, "session id in the path", "GET /a;jsessionid=1/b HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "encoded slash", "GET /a%2fb HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "encoded dots", "GET /%2e%2e/b HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "empty segment", "GET //b HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "two spaces before the target", "GET  / HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "two spaces after the target", "GET /  HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "space after the version", "GET / HTTP/1.1 \r\n" + HOST + "\r\n"),
                row(400, "version in lower case", "GET / http/1.1\r\n" + HOST + "\r\n"),
                row(400, "another scheme", "GET ftp://localhost/h HTTP/1.1\r\n" + HOST + "\r\n"),
                row(421, "https on a clear connection", "GET https://localhost/h HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "encoded NUL", "GET /%00 HTTP/1.1\r\n" + HOST + "\r\n"),
                row(400, "bad escape", "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n"),
                row(414, "line of 9 KB", "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
                row(431, "field of 9 KB", get + "A: " + "b".repeat(9000) + "\r\n\r\n"),
                row(431, "101 fields", get + "A: b\r\n".repeat(100) + "\r\n"),
                row(417, "unknown expectation", get + "Expect: tea\r\n\r\n"),
                row(505, "version 1.2", "GET / HTTP/1.2\r\n" + HOST + "\r\n"),
                row(426, "version 2.0 in text", "GET / HTTP/2.0\r\n" + HOST + "\r\n"));
    }

    private static Arguments row(int status, String name, String bytes) {
        return Arguments.of(status, name, bytes);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("table")
    void isRefused(int status, String name, String bytes) throws IOException {
        String answer = answer(bytes);
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertEquals(answer.indexOf("HTTP/1.1"), answer.lastIndexOf("HTTP/1.1"), answer);
        assertTrue(answer.contains("X-Refused: " + status + "\r\n"), answer);
        assertTrue(answer.contains("Connection: close"), answer);
        assertFalse(answer.contains("reached"), answer);
        assertRevealsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /" + LONG + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: <script>\r\n\r\n",
                "HEAD / HTTP/1.1\r\n\r\n",
                "HEAD /a;b HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void refusesHeadWithoutContent(String bytes) throws IOException {
        String answer = answer(bytes.replace(LONG, "a".repeat(9_000)));
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("Content-Length: "), answer);
    }

    /** Nothing is decoded before the path is matched, so nothing is decoded twice. */
    @Test
    void servesPercentSignsInPaths() throws IOException {
        assertTrue(answer("GET /100%25/a%2541 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .endsWith("reached /100%25/a%2541"));
    }

    /** The response until the server closes the connection. A reset that follows the response does not truncate it. */
    private static String answer(String bytes) throws IOException {
        try (RawSocket raw = new RawSocket(server.port())) {
            raw.write(bytes);
            StringBuilder answer = new StringBuilder();
            raw.readUntilEnd(answer);
            return answer.toString();
        }
    }

    static void assertRevealsNothing(String answer) {
        String lower = answer.toLowerCase(Locale.ROOT);
        for (String forbidden : new String[] {"jetty", "server:", "exception", "powered", "java"}) {
            assertFalse(lower.contains(forbidden), answer);
        }
    }
}

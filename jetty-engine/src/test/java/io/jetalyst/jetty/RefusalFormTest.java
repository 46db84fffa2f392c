package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.Exchange;
import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import io.jetalyst.testkit.RawSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Accept field decides the form of an error, also of a request that Jetty cannot parse. */
@Timeout(60)
class RefusalFormTest {
    private static final String LONG = "x".repeat(10_000);

    private enum Malformed {
        FIELD_BEFORE("GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\nAccept: text/html\r\n\r\n", "400 text/html"),
        FIELD_BEHIND("GET / HTTP/1.1\r\nHost: a\r\naccept:text/html \r\nBad Name: x\r\n\r\n", "400 text/html"),
        REQUEST_LINE("GET / HTTP/9.x\r\nHost: a\r\nAccept: text/html\r\n\r\n", "505 text/html"),
        SPACES("GET  / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n", "400 text/html"),
        TARGET("GET /%zz HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n", "400 text/html"),
        NO_HOST("GET / HTTP/1.1\r\nAccept: text/html\r\n\r\n", "400 text/html"),
        SEVERAL_FIELDS("GET / HTTP/1.1\r\nBad Name: x\r\nAccept: a/a\r\nACCEPT: b/b\r\n\r\n", "400 a/a, b/b"),
        NO_FIELD("GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\nX-Accept: a/a\r\n\r\n", "400 none"),
        FIELD_IN_BODY("POST / HTTP/1.1\r\nBad Name: x\r\nContent-Length: 11\r\n\r\n\nAccept: a/a\n", "400 none"),
        LARGE_FIELD("GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nX: " + LONG + "\r\n\r\n", "431 text/html"),
        LONG_TARGET("GET /" + LONG + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n", "414 text/html");

        private final String request;
        private final String answer;

        Malformed(String request, String answer) {
            this.request = request;
            this.answer = answer;
        }
    }

    private static final class EchoAccept implements ExchangeHandler {
        @Override
        public void handle(Exchange exchange) {
            exchange.respond(Response.text("ok"));
        }

        @Override
        public Response refuse(Request request, HttpProblem problem) {
            String accepts = String.join(", ", request.headers().all("Accept"));
            return Response.text("<" + (accepts.isEmpty() ? "none" : accepts) + ">")
                    .status(problem.status());
        }
    }

    private static void assertAnswer(String expected, RawSocket raw) throws Exception {
        StringBuilder answer = new StringBuilder();
        raw.readUntilEnd(answer);
        String[] parts = expected.split(" ", 2);
        assertTrue(
                answer.toString().matches("(?s)HTTP/1.1 " + parts[0] + " .*<" + parts[1] + ">"),
                () -> expected + ": " + answer);
    }

    @ParameterizedTest
    @EnumSource(Malformed.class)
    void readsTheAcceptFieldOfMalformedRequests(Malformed malformed) throws Exception {
        try (TestServer server = TestServer.http(new EchoAccept());
                RawSocket raw = new RawSocket(server.port())) {
            raw.write(malformed.request);
            assertAnswer(malformed.answer, raw);
        }
    }

    @Test
    void readsTheAcceptFieldOfThePipelinedRequestThatIsMalformed() throws Exception {
        try (TestServer server = TestServer.http(new EchoAccept());
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\nAccept: a/a\r\n\r\n"
                    + "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\nAccept: b/b\r\n\r\n");
            assertAnswer("200 b/b", raw);
        }
    }

    @Test
    void readsTheAcceptFieldOfAnEarlierSegment() throws Exception {
        try (TestServer server = TestServer.http(new EchoAccept());
                RawSocket raw = new RawSocket(server.port())) {
            raw.trickle("GET / HTTP/1.1\r\nHost: a\r\n".getBytes(StandardCharsets.US_ASCII));
            raw.write("Accept: text/html\r\n");
            raw.write("Bad Name: x\r\n\r\n");
            assertAnswer("400 text/html", raw);
        }
    }

    @Test
    void readsTheAcceptFieldOfARequestThatStalls() throws Exception {
        try (TestServer server =
                        TestServer.http(options -> options.headTimeout(Duration.ofSeconds(2)), new EchoAccept());
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nX-Slow: ");
            assertAnswer("408 text/html", raw);
        }
    }

    @ParameterizedTest
    @CsvSource({"413, Content Too Large", "422, Unprocessable Content", "500, Internal Server Error", "404, Not Found"})
    void sendsTheReasonPhraseOfTheStatus(int code, String reason) throws Exception {
        try (TestServer server = TestServer.http(
                        exchange -> exchange.respond(Response.text("x").status(Status.of(code))));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            String head = raw.readHead();
            assertEquals("HTTP/1.1 " + code + " " + reason, head.substring(0, head.indexOf('\r')));
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.engine.ExchangeHandler;
import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pipelined requests of which the second is split between two segments (RFC 9112 §9.3.2). */
@Timeout(60)
class CutHeadTest {
    private static final ExchangeHandler OK = exchange -> exchange.respond(Response.text("ok"));
    private static final String SECOND = "GET /b HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 15, 16, 19, 26})
    void answersAPipelinedRequestWhereverItIsSplit(int split) throws Exception {
        try (TestServer server = TestServer.http(options -> options, OK);
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET /a HTTP/1.1\r\nHost: a\r\n\r\n" + SECOND.substring(0, split));
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
            raw.readFully(2);
            raw.write(SECOND.substring(split));
            String answer = raw.readHead();
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        }
    }
}

package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jetty keeps the fields of earlier requests of a connection: a proxy sends those of several users over one connection. */
@Timeout(60)
class FieldCaseTest {
    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "Authorization", "User-Agent", "X-Other"})
    void readsValueInTheCaseOfEachRequest(String name) throws Exception {
        try (TestServer server = TestServer.http(
                        options -> options,
                        exchange -> exchange.respond(
                                Response.text(exchange.request().header(name).orElse(""))));
                RawSocket raw = new RawSocket(server.port())) {
            for (String value : new String[] {"a=Secret", "a=sECRET", "a=Secret"}) {
                raw.write("GET / HTTP/1.1\r\nHost: a\r\n" + name + ": " + value + "\r\n\r\n");
                raw.readHead();
                assertEquals(value, new String(raw.readFully(value.length()), StandardCharsets.US_ASCII));
            }
        }
    }
}

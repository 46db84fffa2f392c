package io.jetalyst.jetty.fcgi;

import static io.jetalyst.jetty.fcgi.FcgiSocket.KEEP;
import static io.jetalyst.jetty.fcgi.FcgiSocket.get;
import static io.jetalyst.jetty.fcgi.FcgiSocket.request;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Response;
import io.jetalyst.jetty.fcgi.FcgiSocket.Record;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of the client, read from the parameters that web servers send. */
@Timeout(60)
class FcgiRequestTest {
    private FcgiServer server;
    private FcgiSocket socket;

    @BeforeEach
    void start() throws Exception {
        server = FcgiServer.describing();
        socket = server.connect();
    }

    @AfterEach
    void stop() throws Exception {
        socket.close();
        server.close();
    }

    private FcgiSocket.Response send(String... params) throws Exception {
        socket.write(request(1, KEEP, params));
        return socket.response(1);
    }

    private void assertDescribed(String expected, String... params) throws Exception {
        assertEquals(expected, send(params).text());
    }

    @Test
    void readsTargetOfClient() throws Exception {
        assertDescribed(
                "GET http://localhost/a%20b/\u00e4?c=d%2Fe HTTP/1.1 /192.0.2.7:4711",
                get("/a%20b/%C3%A4?c=d%2Fe", "DOCUMENT_URI", "/index", "SCRIPT_NAME", "/a b", "QUERY_STRING", "x=y"));
    }

    /** A configuration of nginx may include the file fastcgi_params of Debian, which sets the parameter too. */
    @Test
    void readsLastHost() throws Exception {
        byte[] pairs = FcgiSocket.join(
                FcgiSocket.pairs(get("/", "HTTP_HOST", "shop.example")),
                FcgiSocket.pairs("HTTP_HOST", "shop.example:8443"));
        socket.write(
                FcgiSocket.begin(1, KEEP),
                FcgiSocket.record(FcgiSocket.PARAMS, 1, pairs),
                FcgiSocket.record(FcgiSocket.PARAMS, 1),
                FcgiSocket.record(FcgiSocket.STDIN, 1));
        String described = socket.response(1).text();
        assertTrue(described.startsWith("GET http://shop.example:8443/ "), described);
    }

    @Test
    void readsPathOfScriptWithoutTarget() throws Exception {
        assertDescribed(
                "GET http://localhost/app/a%20b?c=d HTTP/1.1 /192.0.2.7:4711",
                get("", "SCRIPT_NAME", "/app", "PATH_INFO", "/a b", "QUERY_STRING", "c=d"));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS, on, https",
        "HTTPS, 1, https",
        "HTTPS, off, http",
        "HTTPS, '', http",
        "REQUEST_SCHEME, https, https",
        "REQUEST_SCHEME, http, http"
    })
    void readsScheme(String name, String value, String scheme) throws Exception {
        assertDescribed("GET " + scheme + "://localhost/ HTTP/1.1 /192.0.2.7:4711", get("/", name, value));
    }

    @Test
    void readsProtocolOfClient() throws Exception {
        assertDescribed(
                "GET https://shop.example/ HTTP/2.0 /[2001:db8:0:0:0:0:0:7]:4711",
                get(
                        "/",
                        "SERVER_PROTOCOL",
                        "HTTP/2.0",
                        "HTTPS",
                        "on",
                        "HTTP_HOST",
                        "shop.example",
                        "REMOTE_ADDR",
                        "2001:db8::7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unix:", "client.example", "999.1.1.1", "1.2.3", "127.1", "4294967295"})
    void knowsNoAddressThatIsNotWrittenInNumbers(String address) throws Exception {
        assertTrue(send(get("/", "REMOTE_ADDR", address)).text().contains("unknown/<unresolved>"));
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, 8443, http://shop.example:8443/",
        "shop.example, 80, http://shop.example/",
        "_, 80, http://localhost/",
        "'', '', http://localhost/",
        "'a b', 80, http://localhost/"
    })
    void usesNameOfServerWithoutHost(String name, String port, String expected) throws Exception {
        String[] params = get("/", "SERVER_PROTOCOL", "HTTP/1.0", "SERVER_NAME", name, "SERVER_PORT", port);
        List<String> withoutHost = new ArrayList<>(List.of(params));
        int host = withoutHost.indexOf("HTTP_HOST");
        withoutHost.subList(host, host + 2).clear();
        assertDescribed("GET " + expected + " HTTP/1.0 /192.0.2.7:4711", withoutHost.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "/a%2Fb, 400",
        "/a/%2e%2e/b, 400",
        "/a%00b, 400",
        "/a;b, 400",
        "/a b, 400",
        "relative, 400",
        "/%zz, 400",
        "'/\u00ff', 400"
    })
    void rejectsMalformedTargets(String target, int status) throws Exception {
        assertEquals(status, send(get(target)).status());
    }

    @ParameterizedTest
    @CsvSource({
        "REQUEST_METHOD, '', 400",
        "REQUEST_METHOD, 'A B', 400",
        "HTTP_HOST, 'a b', 400",
        "HTTP_HOST, 'a/b', 400",
        "CONTENT_LENGTH, -1, 400",
        "CONTENT_LENGTH, 1x, 400",
        "CONTENT_LENGTH, 9999999999999999999, 400"
    })
    void rejectsMalformedParameters(String name, String value, int status) throws Exception {
        assertEquals(status, send(get("/", name, value)).status());
    }

    @Test
    void rejectsFieldsWithControlCharacters() throws Exception {
        assertEquals(400, send(get("/", "HTTP_X_A", "b\r\nC: d")).status());
    }

    @Test
    void keepsLimitsOfHeads() throws Exception {
        assertEquals(414, send(get("/" + "a".repeat(9000))).status());
        socket.close();
        socket = server.connect();
        assertEquals(431, send(get("/", "HTTP_COOKIE", "a".repeat(9000))).status());
    }

    @Test
    void readsParametersOf64KiB() throws Exception {
        // Two records, the second of which begins in the middle of a value
        byte[] pairs = FcgiSocket.pairs(get("/large", "SSL_CLIENT_CERT", "c".repeat(64 * 1024)));
        byte[] first = Arrays.copyOf(pairs, 0xffff);
        byte[] second = Arrays.copyOfRange(pairs, 0xffff, pairs.length);
        socket.write(
                FcgiSocket.begin(1, KEEP),
                FcgiSocket.record(FcgiSocket.PARAMS, 1, first),
                FcgiSocket.record(FcgiSocket.PARAMS, 1, second),
                FcgiSocket.record(FcgiSocket.PARAMS, 1),
                FcgiSocket.record(FcgiSocket.STDIN, 1));
        assertTrue(socket.response(1).text().contains("/large"));
    }

    /** A server that takes only 15 bits of the length would read the rest of the value as further parameters. */
    @Test
    void readsNoParametersFromValuesOfClients() throws Exception {
        String injected = new String(FcgiSocket.pairs("REMOTE_ADDR", "10.0.0.1"), ISO_8859_1);
        String value = "a".repeat(100) + injected.repeat(2000);
        assertTrue(send(get("/", "X_FROM_CLIENT", value.substring(0, 40_000)))
                .text()
                .endsWith("/192.0.2.7:4711"));
    }

    @Test
    void rejectsParametersThatAreTooLarge() throws Exception {
        socket.write(FcgiSocket.begin(1, KEEP), FcgiSocket.record(FcgiSocket.PARAMS, 1, FcgiSocket.pairs(get("/"))));
        byte[] more = FcgiSocket.record(FcgiSocket.PARAMS, 1, FcgiSocket.pairs("A", "a".repeat(60_000)));
        for (int i = 0; i < 100; i++) {
            socket.write(more);
        }
        socket.write(FcgiSocket.record(FcgiSocket.PARAMS, 1), FcgiSocket.record(FcgiSocket.STDIN, 1));
        assertEquals(431, socket.response(1).status());
    }

    @Test
    void readsFields() throws Exception {
        try (FcgiServer echo = new FcgiServer(exchange -> exchange.respond(
                        Response.text(exchange.request().headers().toString())));
                FcgiSocket web = echo.connect()) {
            web.write(request(
                    1,
                    KEEP,
                    get(
                            "/",
                            "HTTP_X_B__C",
                            "d",
                            "HTTP_EXPECT",
                            "100-continue",
                            "HTTP_TRANSFER_ENCODING",
                            "chunked",
                            "HTTP_CONTENT_LENGTH",
                            "7",
                            "HTTP_",
                            "e",
                            "CONTENT_TYPE",
                            "text/plain")));
            String fields = web.response(1).text();
            assertTrue(fields.contains("X-B--C"), fields);
            assertTrue(fields.contains("text/plain"), fields);
            assertTrue(!fields.contains("100-continue") && !fields.contains("chunked"), fields);
        }
    }

    @Test
    void answersRequestOfTheSameConnectionInTurn() throws Exception {
        for (int i = 1; i <= 100; i++) {
            socket.write(request(i, KEEP, get("/" + i)));
            assertTrue(socket.response(i).text().contains("localhost/" + i + " "));
        }
    }

    @Test
    void closesConnectionThatIsNotKept() throws Exception {
        socket.write(request(1, 0, get("/")));
        String end = socket.awaitEnd();
        assertTrue(end.contains("Status: 200 OK"), end);
    }

    @Test
    void readsRecordsInAnyPieces() throws Exception {
        socket.trickle(request(0xfffe, KEEP, get("/slow")));
        assertTrue(socket.response(0xfffe).text().contains("/slow"));
        byte[] padded = {1, 5, (byte) 0xff, (byte) 0xfd, 0, 0, 3, 0, 9, 9, 9};
        socket.write(
                FcgiSocket.begin(0xfffd, KEEP),
                FcgiSocket.record(FcgiSocket.PARAMS, 0xfffd, FcgiSocket.pairs(get("/padded"))),
                FcgiSocket.record(FcgiSocket.PARAMS, 0xfffd),
                padded);
        assertTrue(socket.response(0xfffd).text().contains("/padded"));
    }

    @Test
    void sendsNoFieldsOfConnections() throws Exception {
        FcgiSocket.Response response = send(get("/a;b"));
        assertEquals(400, response.status());
        assertTrue(response.fields().keySet().stream().noneMatch("Connection"::equalsIgnoreCase));
        assertEquals("", socket.awaitEnd());
    }

    @Test
    void endsRequestsWithTheStatusComplete() throws Exception {
        socket.write(request(3, KEEP, get("/")));
        Record record = socket.read();
        while (record.type() != FcgiSocket.END) {
            record = socket.read();
        }
        assertEquals(
                List.of(3, 0L),
                List.of(record.id(), ByteBuffer.wrap(record.content()).getLong()));
    }
}

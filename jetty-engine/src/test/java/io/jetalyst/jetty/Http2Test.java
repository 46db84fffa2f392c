package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Response;
import io.jetalyst.testkit.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/2 without TLS. */
@Timeout(30)
class Http2Test {
    private static final byte STATUS_200 = (byte) 0x88; // RFC 7541 appendix A, indexed
    private static final byte STATUS_400 = (byte) 0x8c;
    private static final byte[] CANCEL = {0, 0, 0, 8};
    /** SETTINGS_INITIAL_WINDOW_SIZE of the client's streams: the server may send them 10 bytes. */
    private static final byte[] NO_WINDOW = {0, 4, 0, 0, 0, 10};

    @Test
    void aRequestIsAnsweredOverHttp2() throws Exception {
        try (TestServer server = TestServer.http(exchange -> exchange.respond(
                        Response.text(exchange.request().protocol() + " " + exchange.upgradeSupport())));
                Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/");
            assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_200));
            assertEquals("HTTP/2.0 NONE", text(client));
        }
    }

    @Test
    void aRefusalIsAnsweredOverHttp2AsWell() throws Exception {
        try (TestServer server = TestServer.http(exchange -> exchange.respond(Response.text("reached")));
                Http2Socket client = new Http2Socket(server.port())) {
            client.get(1, "/a;b");
            assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_400));
            assertEquals("The path has a semicolon.", text(client));
        }
    }

    /** RFC 9113 §3.1; a proxy that forwards the field would not see the requests behind it. */
    @Test
    void ignoresUpgradeToH2c() throws Exception {
        try (TestServer server = TestServer.http(exchange ->
                        exchange.respond(Response.text(exchange.request().protocol())));
                RawSocket raw = new RawSocket(server.port())) {
            raw.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n");
            assertTrue(raw.readHead().startsWith("HTTP/1.1 200 "));
            assertEquals("HTTP/1.1", new String(raw.readFully(8), StandardCharsets.US_ASCII));
        }
    }

    /** Each is refused on its stream, and the connection serves the next (RFC 9113 §8.1.1, §8.2.2, §8.3.1). */
    @Test
    void refusesMalformedRequestsOnTheirStreams() throws Exception {
        String[] get = {":method", "GET", ":scheme", "http", ":path", "/", ":authority", "a"};
        List<String[]> malformed = List.of(
                with(get, "transfer-encoding", "chunked"),
                with(get, "upgrade", "websocket"),
                with(get, "connection", "keep-alive"),
                with(get, "te", "gzip"),
                with(get, "content-length", "5"),
                with(get, "x-large", "x".repeat(9_000)),
                new String[] {":method", "GET", ":scheme", "http", ":path", "/"},
                new String[] {":method", "GET", ":scheme", "http", ":path", "/" + "x".repeat(9_000), ":authority", "a"
                });
        try (TestServer server = TestServer.http(exchange -> exchange.respond(Response.text("reached")));
                Http2Socket client = new Http2Socket(server.port())) {
            int stream = 1;
            for (String[] request : malformed) {
                client.request(stream, Http2Socket.END_STREAM, request);
                Http2Socket.Frame head = client.await(Http2Socket.HEADERS);
                assertEquals(stream, head.stream());
                assertFalse(contains(head.payload(), STATUS_200), () -> String.join(" ", request));
                client.await(Http2Socket.DATA);
                client.get(stream + 2, "/");
                assertTrue(contains(client.await(Http2Socket.HEADERS).payload(), STATUS_200));
                assertEquals("reached", text(client));
                stream += 4;
            }
        }
    }

    private static String[] with(String[] request, String name, String value) {
        String[] more = java.util.Arrays.copyOf(request, request.length + 2);
        more[request.length] = name;
        more[request.length + 1] = value;
        return more;
    }

    private static String text(Http2Socket client) throws IOException {
        return new String(client.await(Http2Socket.DATA).payload(), StandardCharsets.UTF_8);
    }

    /** RFC 9113 §10.5: a client that opens no window costs a bounded amount, and its connection is still served. */
    @Test
    void resetsStreamsWhenTooManyBytesWaitForAClientThatDoesNotRead() throws Exception {
        byte[] large = new byte[100_000];
        try (TestServer server = TestServer.http(
                        options -> options.maxPendingBytesPerConnection(350_000),
                        exchange -> exchange.respond(Response.bytes("application/octet-stream", large)));
                Http2Socket client = new Http2Socket(server.port(), NO_WINDOW)) {
            Set<Integer> waiting = new HashSet<>(); // requests of one connection are handled in any order
            for (int i = 0; i < 10; i++) {
                client.get(2 * i + 1, "/");
                waiting.add(2 * i + 1);
            }
            for (int i = 0; i < 7; i++) {
                assertTrue(waiting.remove(client.await(Http2Socket.RST_STREAM).stream()));
            }
            Iterator<Integer> streams = waiting.iterator();
            client.send(Http2Socket.RST_STREAM, 0, streams.next(), CANCEL);
            client.send(Http2Socket.RST_STREAM, 0, streams.next(), CANCEL);
            int stream = 21;
            client.get(stream, "/");
            Http2Socket.Frame frame = client.await(Http2Socket.DATA, Http2Socket.RST_STREAM);
            while (frame.stream() != stream || frame.type() != Http2Socket.DATA) {
                if (frame.stream() == stream) { // the bytes of the streams that were reset still count
                    stream += 2;
                    client.get(stream, "/");
                }
                frame = client.await(Http2Socket.DATA, Http2Socket.RST_STREAM);
            }
        }
    }

    /** A limit for all connections together, since there may be many of them. */
    @Test
    void resetsStreamsWhenTooManyBytesWaitOnAllConnections() throws Exception {
        byte[] large = new byte[100_000];
        try (TestServer server = TestServer.http(
                        options -> options.maxPendingBytes(150_000),
                        exchange -> exchange.respond(Response.bytes("application/octet-stream", large)));
                Http2Socket first = new Http2Socket(server.port(), NO_WINDOW);
                Http2Socket second = new Http2Socket(server.port(), NO_WINDOW)) {
            first.get(1, "/");
            first.await(Http2Socket.DATA);
            second.get(1, "/");
            assertEquals(1, second.await(Http2Socket.RST_STREAM).stream());
        }
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte one : bytes) {
            if (one == wanted) {
                return true;
            }
        }
        return false;
    }
}

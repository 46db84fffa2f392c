package io.jetalyst.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Opens WebSockets to the application under test, and cuts them when the test ends.
 *
 * <pre>{@code
 * TestSocket socket = sockets.open("/chat/lobby", "Origin", "https://example.org");
 * sockets.refused("/chat/lobby", "Origin", "https://evil.example").expect(403);
 * RawSocket raw = sockets.raw("/chat/lobby", "Origin", "https://example.org");
 * }</pre>
 *
 * <p>Headers are names and values in turn here, as in {@link TestHttp}. A handshake with lines that are no headers is
 * written to a {@linkplain #rawConnection bare connection}; {@link RawSocket#handshake} makes one of any lines.
 *
 * <p>Safe for use by several threads.
 */
public final class TestSockets {
    private final TestHttp http;
    private final OpenSockets open;

    TestSockets(TestHttp http, OpenSockets open) {
        this.http = http;
        this.open = open;
    }

    /**
     * Opens a WebSocket.
     *
     * @param headers of the handshake, names and values in turn; {@code Sec-WebSocket-Protocol} offers subprotocols
     * @throws AssertionError if the handshake is refused; the message shows the whole answer
     */
    public TestSocket open(String path, String... headers) {
        Handshake outcome = shake(path, headers);
        if (outcome instanceof Handshake.Refused refused) {
            throw new AssertionError("expected a WebSocket: " + refused.answer());
        }
        return ((Handshake.Opened) outcome).socket();
    }

    /**
     * The answer to a handshake that the application refuses.
     *
     * @param headers of the handshake, names and values in turn
     * @throws AssertionError if it takes it
     */
    public TestResponse refused(String path, String... headers) {
        Handshake outcome = shake(path, headers);
        if (outcome instanceof Handshake.Refused refused) {
            return refused.answer();
        }
        throw new AssertionError("expected the handshake to be refused: GET " + path + " opened a WebSocket");
    }

    /**
     * Opens a WebSocket that is spoken frame by frame, right or wrong.
     *
     * @param headers of the handshake, names and values in turn
     * @throws IOException if the handshake is refused; the message shows the answer's head
     */
    public RawSocket raw(String path, String... headers) throws IOException {
        return kept(RawSocket.open(port(), http.limit(), path, lines(headers)));
    }

    /** The same with little room between the server and a client that does not read. */
    public RawSocket rawWithSmallBuffers(String path) throws IOException {
        return kept(RawSocket.openWithSmallBuffers(port(), http.limit(), path));
    }

    /** A TCP connection on which nothing was said yet. */
    public RawSocket rawConnection() throws IOException {
        return kept(new RawSocket(port(), http.limit()));
    }

    private static String[] lines(String... headers) {
        TestHttp.checkPairs(headers);
        return IntStream.range(0, headers.length / 2)
                .mapToObj(i -> headers[2 * i] + ": " + headers[2 * i + 1])
                .toArray(String[]::new);
    }

    private RawSocket kept(RawSocket raw) {
        open.add(raw::reset);
        return raw;
    }

    private int port() {
        return http.app().port();
    }

    private sealed interface Handshake {
        record Opened(TestSocket socket) implements Handshake {}

        record Refused(TestResponse answer) implements Handshake {}
    }

    private Handshake shake(String path, String... headers) {
        String line = "GET " + path + " as a handshake";
        Transcript transcript = new Transcript(path);
        try {
            WebSocket socket = Limited.get(
                    builder(headers).buildAsync(socketUri(path), new Receiving(transcript)),
                    http.limit(),
                    line + ": no answer");
            open.add(socket::abort);
            return new Handshake.Opened(new TestSocket(socket, transcript, http.codec(), http.limit()));
        } catch (WebSocketHandshakeException e) {
            HttpResponse<?> answer = e.getResponse();
            String body = answer.body() instanceof String text ? text : "";
            return new Handshake.Refused(
                    new TestResponse(line, answer.statusCode(), answer.headers(), body, http.codec()));
        } catch (IOException e) {
            throw new AssertionError(line + ": no answer, but " + e, e);
        }
    }

    private WebSocket.Builder builder(String... headers) {
        TestHttp.checkPairs(headers);
        WebSocket.Builder builder = http.client().newWebSocketBuilder().connectTimeout(http.limit());
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase("Sec-WebSocket-Protocol")) {
                String[] offered = headers[i + 1].split("\\s*,\\s*");
                String[] others = Arrays.copyOfRange(offered, 1, offered.length);
                builder.subprotocols(offered[0], others);
            } else {
                builder.header(headers[i], headers[i + 1]);
            }
        }
        return builder;
    }

    private URI socketUri(String path) {
        return URI.create("ws" + http.uri(path).toString().substring("http".length()));
    }
}

package io.jetalyst.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Opens WebSockets to the application under test, and aborts them when the test ends.
 *
 * <pre>{@code
 * TestSocket socket = sockets.open("/chat/lobby", "Origin", "https://example.org");
 * sockets.refused("/chat/lobby", "Origin", "https://evil.example").expect(403);
 * RawSocket raw = sockets.raw("/chat/lobby", "Origin", "https://example.org");
 * }</pre>
 *
 * <p>Headers are names and values, alternating, as in {@link TestHttp}. To send a handshake with malformed header lines, write the result
 * of {@link RawSocket#handshake} to a {@linkplain #rawConnection raw connection}.
 *
 * <p>The methods may be called from any thread.
 */
public final class TestSockets {
    private final TestHttp http;
    private final OpenConnections open;

    TestSockets(TestHttp http, OpenConnections open) {
        this.http = http;
        this.open = open;
    }

    /**
     * Returns the same with the cookies of this client, which a {@linkplain TestHttp#withCookies client with cookies} has stored, and with
     * its header fields.
     *
     * <pre>{@code
     * TestHttp ada = http.withCookies();
     * ada.form("/login").field("name", "Ada").post().expect(303);
     * TestSocket socket = sockets.with(ada).open("/chat/lobby");
     * }</pre>
     */
    public TestSockets with(TestHttp http) {
        return new TestSockets(http, open);
    }

    /**
     * Opens a WebSocket.
     *
     * @param headers of the handshake, names and values, alternating; {@code Sec-WebSocket-Protocol} offers subprotocols
     * @throws AssertionError if the application rejects the handshake; the message shows the whole response
     */
    public TestSocket open(String path, String... headers) {
        Handshake outcome = shake(path, headers);
        if (outcome instanceof Handshake.Refused refused) {
            throw new AssertionError("expected a WebSocket: " + refused.answer());
        }
        return ((Handshake.Opened) outcome).socket();
    }

    /**
     * Sends a handshake that the application must reject, and returns the response.
     *
     * @param headers of the handshake, names and values, alternating
     * @throws AssertionError if the application accepts it
     */
    public TestResponse refused(String path, String... headers) {
        Handshake outcome = shake(path, headers);
        if (outcome instanceof Handshake.Refused refused) {
            return refused.answer();
        }
        throw new AssertionError("expected a rejected handshake: GET " + path + " opened a WebSocket");
    }

    /**
     * Opens a WebSocket on which the test reads and writes single frames, valid or not.
     *
     * @param headers of the handshake, names and values, alternating
     * @throws IOException if the application rejects the handshake; the message shows the head of the response
     */
    public RawSocket raw(String path, String... headers) throws IOException {
        return kept(RawSocket.open(port(), http.limit(), path, lines(all(headers))));
    }

    /** Opens the same with a small receive buffer, so that the server soon cannot write to a client that does not read. */
    public RawSocket rawWithSmallBuffers(String path) throws IOException {
        return kept(RawSocket.openWithSmallBuffers(port(), http.limit(), path));
    }

    /** Opens a TCP connection without sending anything. */
    public RawSocket rawConnection() throws IOException {
        return kept(new RawSocket(port(), http.limit()));
    }

    /** The header fields of the client, and these. */
    private String[] all(String... headers) {
        return Stream.concat(http.fields().stream(), Stream.of(headers)).toArray(String[]::new);
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
                    line + ": no response");
            open.add(socket::abort);
            return new Handshake.Opened(new TestSocket(socket, transcript, http.codec(), http.limit()));
        } catch (WebSocketHandshakeException e) {
            HttpResponse<?> answer = e.getResponse();
            byte[] content = answer.body() instanceof String text ? text.getBytes(UTF_8) : new byte[0];
            return new Handshake.Refused(new TestResponse(answer, content, line, http.codec()));
        } catch (IOException e) {
            throw new AssertionError(line + ": no response, but " + e, e);
        }
    }

    private WebSocket.Builder builder(String... ownHeaders) {
        TestHttp.checkPairs(ownHeaders);
        String[] headers = all(ownHeaders);
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

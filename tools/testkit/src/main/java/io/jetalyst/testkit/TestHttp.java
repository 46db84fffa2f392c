package io.jetalyst.testkit;

import io.jetalyst.RunningApp;
import io.jetalyst.security.Identity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 client for the application under test.
 *
 * <pre>{@code
 * Room room = http.get("/rooms/7", "Accept-Language", "fr").expect(200).json(Room.class);
 * List<Room> rooms = http.get("/rooms").expect(200).jsonList(Room.class);
 * http.post("/rooms", new NewRoom("Lobby")).expect(201);
 * http.delete("/rooms/7").expect(204);
 *
 * http.form("/sign-up").field("name", "Ada").post().expect(303);
 * http.form("/cats").field("name", "Tom").part("image", "tom.png", "image/png", bytes).post().expect(201);
 *
 * assertEquals("required", http.post("/rooms", Map.of()).expect(400).problem().error("/name").code());
 * }</pre>
 *
 * <p>A body that is a {@code String} is sent as {@code text/plain}, a {@code byte[]} as {@code application/octet-stream}, and any other value
 * as JSON, written by the application's codec; a {@code Map} makes an object that no type of the application allows. A {@code Content-Type} among the headers replaces these types.
 *
 * <p>The client follows no redirects and stores no cookies, so a test sees every response as the application sent it. {@link #withCookies}
 * and {@link #followingRedirects} return clients that do:
 *
 * <pre>{@code
 * TestHttp browser = http.withCookies().followingRedirects();
 * TestResponse page = browser.form("/login").field("name", "Ada").post().expect(200);
 * assertEquals("/welcome", page.path());
 * }</pre>
 *
 * <p>The methods may be called from any thread. A request that is not answered within the {@linkplain TestApp#timeout timeout of the
 * TestApp} fails with an {@link AssertionError} that names the request.
 */
public final class TestHttp {
    private final Transport transport;
    private final OpenConnections open;
    private final @Nullable TestIdentities identities;
    private final List<String> fields;

    /**
     * @param identities {@code null} if the application accepts no identities of tests
     * @param fields names and values of the header fields of all requests, alternating
     */
    TestHttp(Transport transport, OpenConnections open, @Nullable TestIdentities identities, List<String> fields) {
        this.transport = transport;
        this.open = open;
        this.identities = identities;
        this.fields = fields;
    }

    /**
     * Returns another client, which sends these header fields with each request, besides those of this client.
     *
     * @param headers names and values, alternating
     */
    public TestHttp withHeaders(String... headers) {
        checkPairs(headers);
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of(headers));
        return new TestHttp(transport, open, identities, List.copyOf(all));
    }

    /** Returns another client, which sends this name and this password with each request (the scheme Basic, RFC 7617). */
    public TestHttp withPassword(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return withHeaders("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /**
     * Returns another client, which has this identity, without a login.
     *
     * @throws IllegalStateException unless the extension is one {@linkplain TestApp#withIdentities with identities}
     */
    public TestHttp as(Identity identity) {
        if (identities == null) {
            throw new IllegalStateException("Add .withIdentities() to the TestApp.");
        }
        return withHeaders(TestIdentities.HEADER, identities.add(identity));
    }

    /**
     * Returns another client, which stores the cookies of the responses and sends them with its next requests, as a browser does (RFC 6265
     * §5). It starts without a cookie, so two such clients are two users. It also sends {@code Secure} cookies, because browsers trust
     * localhost. {@link TestSockets#with} opens WebSockets with these cookies.
     */
    public TestHttp withCookies() {
        return new TestHttp(transport.withCookies(), open, identities, fields);
    }

    /**
     * Returns another client, which follows up to five redirects and shares the cookies of this one. A redirect with 303 becomes a GET
     * request, and so does a POST request that is redirected with 301 or 302 (RFC 9110 §15.4).
     */
    public TestHttp followingRedirects() {
        return new TestHttp(transport.followingRedirects(), open, identities, fields);
    }

    /** Returns the address of a path, which may have a query: {@code http://localhost:49152/rooms?last=5}. */
    public URI uri(String path) {
        return transport.uri(path);
    }

    /**
     * Sends a GET request and waits for the response.
     *
     * @param headers names and values, alternating
     */
    public TestResponse get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends a HEAD request, as {@link #get} does. */
    public TestResponse head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    /** Sends an OPTIONS request, as {@link #get} does. */
    public TestResponse options(String path, String... headers) {
        return send("OPTIONS", path, BodyPublishers.noBody(), headers);
    }

    /** Sends a DELETE request without a body, as {@link #get} does. */
    public TestResponse delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /**
     * Sends a POST request and waits for the response.
     *
     * @param body a {@code String}, a {@code byte[]}, or any other value, which is sent as JSON
     * @param headers names and values, alternating
     */
    public TestResponse post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends a PUT request, as {@link #post} does. */
    public TestResponse put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends a PATCH request, as {@link #post} does. */
    public TestResponse patch(String path, Object body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    /** Returns an HTML form without a field; {@link TestForm#post} sends it. */
    public TestForm form(String path) {
        return new TestForm(this, path);
    }

    /**
     * Sends a GET request, waits for the head of the response, and returns its content, of which the test reads each line as it arrives. The
     * connection is closed when the test ends.
     */
    public TestStream stream(String path, String... headers) {
        HttpRequest.Builder request = with(request(path), headers);
        HttpResponse<Lines> response = transport.send(request.build(), Lines.handler("GET " + path, transport.limit()));
        open.add(response.body()::cancel);
        return new TestStream(response, transport.json());
    }

    /**
     * Sends a GET request for server-sent events, and waits for the head of the response. The connection is closed when the test ends.
     *
     * @param headers names and values, alternating, such as {@code Last-Event-ID}
     * @throws AssertionError if the response is not 200 with the media type {@code text/event-stream}; the message shows the whole response
     */
    public TestEvents events(String path, String... headers) {
        HttpRequest.Builder request = with(request(path).setHeader("Accept", "text/event-stream"), headers);
        HttpResponse<Lines> response = transport.send(request.build(), Lines.handler("GET " + path, transport.limit()));
        open.add(response.body()::cancel);
        return TestEvents.of(response, transport.json());
    }

    /** Returns a builder for a request with any method; {@link #send} sends it. */
    public HttpRequest.Builder request(String path) {
        return with(HttpRequest.newBuilder(uri(path)), fields.toArray(String[]::new));
    }

    /** Returns the value as a JSON body, written by the application's codec. */
    public BodyPublisher json(Object value) {
        return BodyPublishers.ofByteArray(transport.json().write(value));
    }

    /** Sends the request and waits for the whole response. */
    public TestResponse send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response = transport.send(request.build(), BodyHandlers.ofByteArray());
        return new TestResponse(response, response.body(), Transport.line(response), transport.json());
    }

    private TestResponse send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path);
        if (body instanceof BodyPublisher publisher) {
            request.method(method, publisher);
        } else if (body instanceof String text) {
            request.setHeader("Content-Type", "text/plain;charset=utf-8").method(method, BodyPublishers.ofString(text));
        } else if (body instanceof byte[] bytes) {
            request.setHeader("Content-Type", "application/octet-stream")
                    .method(method, BodyPublishers.ofByteArray(bytes));
        } else {
            request.setHeader("Content-Type", "application/json").method(method, json(body));
        }
        return send(with(request, headers));
    }

    static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        checkPairs(headers);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    static void checkPairs(String... headers) {
        boolean pairs = headers.length % 2 == 0;
        for (int i = 0; i < headers.length; i += 2) {
            pairs &= !headers[i].contains(":"); // otherwise it is a whole header line
        }
        if (!pairs) {
            throw new IllegalArgumentException(
                    "Headers must be names and values, alternating, but these are not: " + String.join(", ", headers));
        }
    }

    /** Names and values of the header fields of all requests, alternating. */
    List<String> fields() {
        return fields;
    }

    HttpClient client() {
        return transport.client();
    }

    RunningApp app() {
        return transport.app();
    }

    Json codec() {
        return transport.json();
    }

    Duration limit() {
        return transport.limit();
    }
}

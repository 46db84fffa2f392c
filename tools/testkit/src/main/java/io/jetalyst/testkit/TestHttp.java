package io.jetalyst.testkit;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * An HTTP/1.1 client for the application under test. It follows no redirects and stores no cookies, so a test sees every response as the
 * application sent it.
 *
 * <pre>{@code
 * Room room = http.get("/rooms/7", "Accept-Language", "fr").expect(200).json(Room.class);
 * http.post("/rooms/7/close", "").expect(204);
 * http.send(http.request("/rooms/7").DELETE()).expect(204);
 * }</pre>
 *
 * <p>The methods may be called from any thread. A request that is not answered within the {@linkplain TestApp#timeout timeout of the
 * TestApp} fails with an {@link AssertionError} that names the request.
 */
public final class TestHttp {
    private final HttpClient client;
    private final RunningApp app;
    private final Json json;
    private final Duration limit;

    TestHttp(RunningApp app, Duration limit) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .build();
        this.app = app;
        this.json = new Json(app.codecs());
        this.limit = limit;
    }

    /** Returns the address of a path, which may have a query: {@code http://localhost:49152/rooms?last=5}. */
    public URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path must begin with /, but this does not: " + path);
        }
        return URI.create(app.uri() + path);
    }

    /**
     * Sends a GET request and waits for the response.
     *
     * @param headers names and values, alternating
     */
    public TestResponse get(String path, String... headers) {
        return send(with(request(path), headers));
    }

    /**
     * Sends a POST request and waits for the response. A {@code String} is sent as {@code text/plain}, any other value as JSON.
     *
     * @param headers names and values, alternating
     */
    public TestResponse post(String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path);
        if (body instanceof String text) {
            request.setHeader("Content-Type", "text/plain;charset=utf-8").POST(BodyPublishers.ofString(text));
        } else {
            request.setHeader("Content-Type", "application/json").POST(json(body));
        }
        return send(with(request, headers));
    }

    /** Returns a builder for a request with any method; {@link #send} sends it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    /** Returns the value as a JSON body, written by the application's codec. */
    public BodyPublisher json(Object value) {
        return BodyPublishers.ofByteArray(json.write(value));
    }

    /** Sends the request and waits for the whole response. */
    public TestResponse send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String line = request.method() + " " + request.uri().getRawPath() + query(request.uri());
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = Limited.get(answer, limit, line + ": no response");
            return new TestResponse(line, response.statusCode(), response.headers(), response.body(), json);
        } catch (IOException e) {
            throw new AssertionError(line + ": no response, but " + e, e);
        }
    }

    private static String query(URI uri) {
        return uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
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

    HttpClient client() {
        return client;
    }

    RunningApp app() {
        return app;
    }

    Json codec() {
        return json;
    }

    Duration limit() {
        return limit;
    }
}

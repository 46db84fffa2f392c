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
 * Sends requests to the application under test, over HTTP/1.1. Follows no redirects and keeps no cookies, so a test
 * sees each answer as it was given.
 *
 * <pre>{@code
 * Room room = http.get("/rooms/7", "Accept-Language", "fr").expect(200).json(Room.class);
 * http.post("/rooms", new NewRoom("tea kitchen")).expect(201);
 * http.send(http.request("/rooms/7").DELETE()).expect(204);
 * }</pre>
 *
 * <p>Safe for use by several threads. What is not answered within the limit of the {@link TestApp} fails with an
 * {@link AssertionError} that names the request.
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

    /** The address of a path, with its query: {@code http://localhost:49152/rooms?last=5}. */
    public URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with /, and this does not: " + path);
        }
        return URI.create(app.uri() + path);
    }

    /** @param headers names and values in turn */
    public TestResponse get(String path, String... headers) {
        return send(with(request(path), headers));
    }

    /**
     * Posts this body: a String as {@code text/plain}, anything else as JSON.
     *
     * @param headers names and values in turn
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

    /** Begins a request of any kind; {@link #send} ends it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    /** The value as JSON, written by the application's codec. */
    public BodyPublisher json(Object value) {
        return BodyPublishers.ofByteArray(json.write(value));
    }

    /** Sends the request and waits for the whole answer. */
    public TestResponse send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String line = request.method() + " " + request.uri().getRawPath() + query(request.uri());
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = Limited.get(answer, limit, line + ": no answer");
            return new TestResponse(line, response.statusCode(), response.headers(), response.body(), json);
        } catch (IOException e) {
            throw new AssertionError(line + ": no answer, but " + e, e);
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
            pairs &= !headers[i].contains(":"); // or it is a whole line
        }
        if (!pairs) {
            throw new IllegalArgumentException(
                    "Headers are names and values in turn, and these are not: " + String.join(", ", headers));
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

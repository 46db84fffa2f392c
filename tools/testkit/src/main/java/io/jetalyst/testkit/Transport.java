package io.jetalyst.testkit;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the application under test, each with a timeout.
 *
 * @param cookies {@code null} if the client stores no cookies
 */
record Transport(
        RunningApp app, Json json, Duration limit, @Nullable CookieJar cookies, boolean redirects, HttpClient client) {

    static Transport of(RunningApp app, Duration limit) {
        return of(app, limit, null, false);
    }

    private static Transport of(RunningApp app, Duration limit, @Nullable CookieJar cookies, boolean redirects) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .followRedirects(redirects ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER);
        if (cookies != null) {
            client.cookieHandler(cookies);
        }
        return new Transport(app, new Json(app.codecs()), limit, cookies, redirects, client.build());
    }

    Transport withCookies() {
        return of(app, limit, new CookieJar(app.uri()), redirects);
    }

    Transport followingRedirects() {
        return of(app, limit, cookies, true);
    }

    URI uri(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path must begin with /, but this does not: " + path);
        }
        return URI.create(app.uri() + path);
    }

    /** Waits for the response; for its content too, if the handler does. */
    <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> content) {
        String line = line(request);
        try {
            return Limited.get(client.sendAsync(request, content), limit, line + ": no response");
        } catch (IOException e) {
            throw new AssertionError(line + ": no response, but " + e, e);
        }
    }

    /** Describes the request and those that followed from redirects: {@code POST /sign-up, then GET /welcome}. */
    static String line(HttpResponse<?> response) {
        String line = line(response.request());
        return response.previousResponse()
                .map(previous -> line(previous) + ", then " + line)
                .orElse(line);
    }

    private static String line(HttpRequest request) {
        return request.method() + " " + path(request.uri());
    }

    /** The path with the query. */
    static String path(URI uri) {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}

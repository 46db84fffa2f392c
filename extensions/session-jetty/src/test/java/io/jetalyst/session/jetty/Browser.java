package io.jetalyst.session.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One browser, which keeps the session's cookie of any application that it is sent to: a server that was started again has another port. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private String cookie = "";

    Browser() {}

    Browser(String cookie) {
        this.cookie = cookie;
    }

    String cookie() {
        return cookie;
    }

    String get(URI server, String path) {
        return send(HttpRequest.newBuilder(server.resolve(path))).body();
    }

    HttpResponse<String> post(URI server, String path, String field, String value) {
        String form = field + "=" + URLEncoder.encode(value, UTF_8);
        return send(HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(30));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

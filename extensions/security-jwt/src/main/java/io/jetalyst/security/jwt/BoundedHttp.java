package io.jetalyst.security.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests whose whole time and whose responses are limited. It follows no redirect, so that the server that was asked cannot choose
 * another one.
 */
final class BoundedHttp {
    static final int MAX_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    BoundedHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** The body of the response, later. The future fails for every status but 200. */
    CompletableFuture<byte[]> get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, response -> new BoundedBody(MAX_BYTES));
        CompletableFuture<byte[]> body = sent.thenApply(response -> body(address, response));
        // The timeout of the request ends with the head of the response.
        return body.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((bytes, failure) -> sent.cancel(true));
    }

    private static byte[] body(URI address, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException(address + " answers with " + response.statusCode()));
        }
        return response.body();
    }
}

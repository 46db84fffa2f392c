package io.jetalyst.security.keys;

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
public final class BoundedHttp {
    private static final int MAX_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout of each request, from the connection to the last byte of the response */
    public BoundedHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** The body of the response, later. The future fails for every status but 200. */
    public CompletableFuture<byte[]> get(URI address) {
        return send(HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .build())
                .thenApply(response -> body(address, response));
    }

    /** The response, later. The future fails if it does not come in time, or is too long. */
    public CompletableFuture<HttpResponse<byte[]>> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, response -> new BoundedBody(MAX_BYTES));
        return sent.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> sent.cancel(true)); // does nothing if the response is there
    }

    private static byte[] body(URI address, HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException(address + " answers with " + response.statusCode()));
        }
        return response.body();
    }
}

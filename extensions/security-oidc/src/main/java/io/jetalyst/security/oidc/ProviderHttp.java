package io.jetalyst.security.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import io.jetalyst.security.keys.BoundedHttp;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Sends the requests of the library with limits for the time and the size of their responses. At most {@value #MAX_REQUESTS} of them run at a time, so
 * that callbacks with invented codes occupy few threads while the provider is slow.
 */
final class ProviderHttp implements HTTPRequestSender {
    static final int MAX_REQUESTS = 32;

    private final BoundedHttp http;
    private final Semaphore running = new Semaphore(MAX_REQUESTS);

    ProviderHttp(BoundedHttp http) {
        this.http = http;
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
        String body = request.getBody();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if (!running.tryAcquire()) {
            throw new IOException("too many requests wait for the provider");
        }
        try {
            return response(http.send(builder.build()).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the thread was interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            running.release();
        }
    }

    private static HTTPResponse response(HttpResponse<byte[]> received) throws IOException {
        HTTPResponse response = new HTTPResponse(received.statusCode());
        try {
            String type = received.headers().firstValue("Content-Type").orElse(null);
            if (type != null) {
                response.setContentType(type);
            }
        } catch (ParseException e) {
            throw new IOException("the response has a malformed Content-Type", e);
        }
        response.setBody(new String(received.body(), StandardCharsets.UTF_8));
        return response;
    }
}

package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends marked requests over HTTP/1.1, one at a time. */
final class MarkedRequests {
    private final HttpClient client;
    private final URI uri;

    MarkedRequests(URI uri) {
        this.uri = uri;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    void check(int number) throws Exception {
        MarkedRequest marked = new MarkedRequest(number);
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(marked.path()))
                .headers(marked.fields())
                .POST(BodyPublishers.ofByteArray(marked.body()))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertEquals(marked.expected(), response.body());
    }
}

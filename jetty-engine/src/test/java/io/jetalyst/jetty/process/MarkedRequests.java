package io.jetalyst.jetty.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Requests with a marker of their own in each part, whose response has these markers and no other. */
final class MarkedRequests {
    private final HttpClient client;
    private final URI uri;

    MarkedRequests(URI uri) {
        this.uri = uri;
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Every second request has a form with a file, some of them a long one. */
    void check(int number) throws Exception {
        boolean form = number % 2 == 0;
        String content = "body-" + number + "-" + "x".repeat(number % 100 == 0 ? 100_000 : number % 50);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        uri.resolve((form ? "/form/" : "/echo/") + "path-" + number + "?query=query-" + number))
                .header("X-Marker", "header-" + number)
                .header("Cookie", "other=1; cookie=cookie-" + number);
        if (form) {
            String boundary = "boundary-" + number;
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.ofString("--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"field\"\r\n\r\nfield-" + number + "\r\n--"
                            + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                            + content + "\r\n--" + boundary + "--\r\n"));
        } else {
            request.POST(BodyPublishers.ofString(content));
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        String expected = "path-" + number + " query-" + number + " header-" + number + " cookie-" + number + " "
                + (form ? "field-" + number + " " : "") + content;
        assertEquals(expected, response.body());
    }
}

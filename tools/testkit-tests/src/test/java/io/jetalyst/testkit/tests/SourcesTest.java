package io.jetalyst.testkit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import io.jetalyst.testkit.TestApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parameters from every part of a request, from the annotation to a request over a socket. */
class SourcesTest {
    private static final String ID = "0191f1a0-0000-7000-8000-00000000000a";

    @RegisterExtension
    final TestApp app = TestApp.of(args -> Club.app(new Doors(), args));

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void bindsHeaderFields(RunningApp running) throws Exception {
        assertEquals(
                ID + " 3 de, en",
                get(
                                running,
                                "/sources/header",
                                "x-request-id",
                                ID,
                                "Max-Forwards",
                                "3",
                                "Accept-Language",
                                "de",
                                "Accept-Language",
                                "en")
                        .body());
    }

    @Test
    void usesDefaultWithoutHeaderField(RunningApp running) throws Exception {
        assertEquals(
                ID + " 10 none",
                get(running, "/sources/header", "X-Request-Id", ID).body());
    }

    @Test
    void rejectsRequestWithoutHeaderField(RunningApp running) throws Exception {
        HttpResponse<String> response = get(running, "/sources/header", "Max-Forwards", "3");

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("X-Request-Id"), response.body());
    }

    @Test
    void bindsFirstCookieOfName(RunningApp running) throws Exception {
        String cookies = "other=0; visitor=\"ada\"; __Host-page=3; visitor=bob";

        assertEquals("ada 3", get(running, "/sources/cookie", "Cookie", cookies).body());
        assertEquals(
                "ada 1",
                get(running, "/sources/cookie", "Cookie", "visitor=ada").body());
    }

    @Test
    void rejectsRequestWithoutCookie(RunningApp running) throws Exception {
        HttpResponse<String> response = get(running, "/sources/cookie", "Cookie", "visitor=a b");

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("visitor"), response.body());
    }

    private HttpResponse<String> get(RunningApp running, String path, String... fields)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + running.port() + path);
        return client.send(HttpRequest.newBuilder(uri).headers(fields).build(), HttpResponse.BodyHandlers.ofString());
    }
}

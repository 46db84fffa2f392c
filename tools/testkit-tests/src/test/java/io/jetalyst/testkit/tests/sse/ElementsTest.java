package io.jetalyst.testkit.tests.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams and publishers as results of controllers. */
@Timeout(90)
class ElementsTest {
    private static final String LINES = "application/x-ndjson";

    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .bind(Feed.class, new Feed())
            .mount(new FeedController_Routes())
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"elements", "published"})
    void sendsAnArrayOrLines(String path, TestHttp http) {
        TestResponse array = http.get("/feed/" + path + "?count=2").expect(200);
        assertEquals("[{\"number\":0,\"text\":\"n\"},{\"number\":1,\"text\":\"n\"}]", array.body());
        assertEquals("application/json", array.header("Content-Type"));
        assertEquals("Accept", array.header("Vary"));
        TestResponse lines =
                http.get("/feed/" + path + "?count=2", "Accept", LINES).expect(200);
        assertEquals("{\"number\":0,\"text\":\"n\"}\n{\"number\":1,\"text\":\"n\"}\n", lines.body());
        assertEquals(LINES, lines.header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elements", "published"})
    void sendsNoElement(String path, TestHttp http) {
        assertEquals("[]", http.get("/feed/" + path + "?count=0").expect(200).body());
        assertEquals(
                "",
                http.get("/feed/" + path + "?count=0", "Accept", LINES)
                        .expect(200)
                        .body());
    }

    @Test
    void respectsWeightsOfTheClient(TestHttp http) {
        String path = "/feed/elements?count=0";
        assertEquals(
                LINES,
                http.get(path, "Accept", "application/json;q=0.5, application/x-ndjson")
                        .expect(200)
                        .header("Content-Type"));
        assertEquals(
                "application/json",
                http.get(path, "Accept", "*/*, application/x-ndjson;q=0")
                        .expect(200)
                        .header("Content-Type"));
    }

    @Test
    void sendsTextsAsStringsOfJson(TestHttp http) {
        assertEquals("[\"a\\nb\",\"\\\"\"]", http.get("/feed/texts").expect(200).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"elements", "published"})
    void cutsTheResponseWhenAnElementFails(String path, TestHttp http) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(http.uri("/feed/" + path + "?count=50000&failsAt=40000"))
                .build();
        assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void closesTheStreamOnce(TestHttp http) {
        http.get("/feed/elements?count=3").expect(200);
        http.get("/feed/elements?count=3&failsAt=1").expect(500);
        http.send(http.request("/feed/elements?count=3").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .expect(200);
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!closed(http).equals("3") && System.nanoTime() < deadline) {
            Thread.onSpinWait(); // the engine closes a body after the client has received its end
        }
        assertEquals("3", closed(http));
    }

    private static String closed(TestHttp http) {
        return http.get("/feed/closed").expect(200).body();
    }
}

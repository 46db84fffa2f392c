package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the examples of the guide to HTTP that are about bodies and exceptions. */
class BodiesTest {
    @RegisterExtension
    final TestApp app = TestApp.of(args -> App.builder()
            .args(args)
            .mount(new ImportController_Routes(), new UnreachableHandlers_Routes())
            .build());

    private static final ImportController.NewArticle ONE =
            new ImportController.NewArticle("One", List.of("a"), Optional.empty());

    @Test
    void readsJson(TestHttp http) {
        assertEquals(ONE, http.post("/imports", ONE).expect(201).json(ImportController.NewArticle.class));
        assertEquals(
                "2",
                json(http, "/imports/all", "[{\"title\":\"a\",\"tags\":[]},{\"title\":\"b\",\"tags\":[]}]")
                        .expect(200)
                        .body());
    }

    @Test
    void namesTheMemberThatIsWrong(TestHttp http) {
        TestResponse response =
                json(http, "/imports", "{\"title\":\"One\",\"tags\":[1]}").expect(400);

        assertTrue(response.body().contains("\"pointer\":\"/tags/0\""), response.body());
    }

    private static TestResponse json(TestHttp http, String path, String body) {
        return http.send(
                http.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    @Test
    void readsLinesOfAnyLength(TestHttp http) {
        String lines = "x".repeat(100_000) + "\n";

        TestResponse response = http.send(http.request("/imports/lines").PUT(BodyPublishers.ofString(lines.repeat(20))))
                .expect(200);

        assertEquals("20", response.body());
    }

    @Test
    void answersAnExceptionOfTheApplication(TestHttp http) {
        TestResponse response = http.send(http.request("/imports/One").method("PATCH", BodyPublishers.ofString("Two")))
                .expect(409);

        assertEquals("Somebody else is editing One.", response.body());
    }
}

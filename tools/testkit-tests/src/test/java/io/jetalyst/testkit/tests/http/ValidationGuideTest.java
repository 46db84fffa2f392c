package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.tests.Page;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the example of the section on validation, and compares the response that the section shows. */
class ValidationGuideTest {
    @RegisterExtension
    final TestApp app = TestApp.of(args ->
            App.builder().args(args).mount(new CommentController_Routes()).build());

    private static String post(TestHttp http, String body, int status) {
        return http.send(http.request("/comments")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .expect(status)
                .body();
    }

    @Test
    void answersAsTheGuideShows(TestHttp http) {
        String response = post(
                http,
                "{\"title\":\"\",\"text\":\" \",\"author\":{\"name\":\"Ada\",\"mail\":\"ada\"},\"tags\":[\"a\",\"\"]}",
                422);
        String[] errors = response.substring(response.indexOf('[') + 1, response.indexOf(']'))
                .split("(?<=}),");
        assertEquals(4, errors.length, response);
        for (String error : errors) {
            Page.of("docs/http.md").assertShows(error);
        }
    }

    @Test
    void passesValidValues(TestHttp http) {
        assertEquals(
                "One",
                post(
                        http,
                        "{\"title\":\"One\",\"text\":\"Text\",\"author\":{\"name\":\"Ada\",\"mail\":\"a@b.org\"},\"tags\":[]}",
                        200));
        assertEquals("page 1 of x", http.get("/comments?tag=x").expect(200).body());
    }

    @Test
    void rejectsParameters(TestHttp http) {
        String response = http.get("/comments?page=0", "Accept-Language", "fr")
                .expect(422)
                .body();
        assertTrue(response.contains("doit être supérieur ou égal à 1"), response);
    }
}

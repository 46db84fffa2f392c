package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses the whole application over HTTP, on a free port. Each test starts an application of its own. */
class HelloPageTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Main::app);

    @Test
    void greetsInAPage(TestHttp http) {
        TestResponse page = http.get("/hello/Ada?language=FRENCH").expect(200);

        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertTrue(page.body().contains("<h1>Bonjour, Ada!</h1>"), page.body());
    }

    @Test
    void escapesMarkup(TestHttp http) {
        TestResponse page = http.get("/hello/%3Cscript%3E");

        assertTrue(page.body().contains("<h1>Hello, &lt;script&gt;!</h1>"), page.body());
    }

    @Test
    void refusesAnUnknownLanguage(TestHttp http) {
        TestResponse problem = http.get("/hello/Ada?language=LATIN").expect(400);

        assertTrue(problem.body().contains("language"), problem.body());
    }

    @Test
    void greetsInJson(TestHttp http) {
        Greeting greeting = http.get("/api/hello/Ada").expect(200).json(Greeting.class);

        assertEquals(new Greeting("Hello, Ada!", 1), greeting);
    }

    @Test
    void redirectsToThePage(TestHttp http) {
        TestResponse home = http.get("/").expect(303);

        assertEquals("/hello/world", home.header("Location"));
    }

    @Test
    void servesTheFilesOfThePage(TestHttp http) {
        http.get("/assets/hello.js").expect(200);
        http.get("/assets/hello.css").expect(200);
        http.get("/assets/other.js").expect(404);
        http.get("/favicon.ico").expect(200);
    }

    @Test
    void sendsAFileAgainOnlyIfItHasChanged(TestHttp http) {
        String tag = http.get("/assets/hello.js").header("ETag");

        http.get("/assets/hello.js", "If-None-Match", "W/" + tag).expect(304);
        http.get("/assets/hello.js", "If-None-Match", "\"other\"").expect(200);
    }
}

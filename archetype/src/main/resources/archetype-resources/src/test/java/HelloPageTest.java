package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses the whole application over HTTP, on a free port. Each test starts an application of its own. */
class HelloPageTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Main::app);

    @Test
    void showsGreetingInPage(TestHttp http) {
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
    void sendsGreetingAsJson(TestHttp http) {
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
        http.get("/hello.js").expect(200);
        http.get("/hello.css").expect(200);
        http.get("/other.js").expect(404);
        http.get("/favicon.ico").expect(200);
    }

    /** The page refers to a path that changes with the files, so a browser keeps them without asking again. */
    @Test
    void letsABrowserKeepTheFilesOfThePage(TestHttp http) {
        Matcher script = Pattern.compile("src=\"(/assets/[0-9a-f]+/hello\\.js)\"")
                .matcher(http.get("/hello/Ada").body());
        assertTrue(script.find());

        String caching = http.get(script.group(1)).expect(200).header("Cache-Control");

        assertEquals("public, max-age=31536000, immutable", caching);
    }
}

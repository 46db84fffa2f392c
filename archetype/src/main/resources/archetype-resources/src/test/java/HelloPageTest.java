package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole application over HTTP, on a free port, with greetings of its own in each test. */
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
    void escapesWhatItIsGiven(TestHttp http) {
        TestResponse page = http.get("/hello/%3Cscript%3E");

        assertTrue(page.body().contains("<h1>Hello, &lt;script&gt;!</h1>"), page.body());
    }

    @Test
    void refusesALanguageItDoesNotKnow(TestHttp http) {
        TestResponse problem = http.get("/hello/Ada?language=LATIN").expect(400);

        assertTrue(problem.body().contains("language"), problem.body());
    }

    @Test
    void greetsInJson(TestHttp http) {
        Greeting greeting = http.get("/api/hello/Ada").expect(200).json(Greeting.class);

        assertEquals(new Greeting("Hello, Ada!", 1), greeting);
    }

    @Test
    void leadsHomeToThePage(TestHttp http) {
        TestResponse home = http.get("/").expect(303);

        assertEquals("/hello/world", home.header("Location"));
    }

    @Test
    void hasTheFilesOfThePage(TestHttp http) {
        http.get("/assets/hello.js").expect(200);
        http.get("/assets/hello.css").expect(200);
    }
}

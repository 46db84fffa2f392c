package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The whole application over HTTP, on a free port, with greetings of its own in each test. */
class HelloPageTest {
    @AutoClose
    private final RunningApp app = Main.app("--port=0").start();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void greetsInAPage() throws Exception {
        HttpResponse<String> page = get("/hello/Ada?language=FRENCH");

        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertTrue(page.body().contains("<h1>Bonjour, Ada!</h1>"), page.body());
    }

    @Test
    void escapesWhatItIsGiven() throws Exception {
        HttpResponse<String> page = get("/hello/%3Cscript%3E");

        assertTrue(page.body().contains("<h1>Hello, &lt;script&gt;!</h1>"), page.body());
    }

    @Test
    void refusesALanguageItDoesNotKnow() throws Exception {
        HttpResponse<String> problem = get("/hello/Ada?language=LATIN");

        assertEquals(400, problem.statusCode());
        assertTrue(problem.body().contains("language"), problem.body());
    }

    @Test
    void greetsInJson() throws Exception {
        HttpResponse<String> json = get("/api/hello/Ada");

        assertEquals(200, json.statusCode());
        assertEquals("{\"text\":\"Hello, Ada!\",\"count\":1}", json.body());
    }

    @Test
    void leadsHomeToThePage() throws Exception {
        HttpResponse<String> home = get("/");

        assertEquals(303, home.statusCode());
        assertEquals("/hello/world", home.headers().firstValue("Location").orElse(""));
    }

    @Test
    void hasTheFilesOfThePage() throws Exception {
        assertEquals(200, get("/assets/hello.js").statusCode());
        assertEquals(200, get("/assets/hello.css").statusCode());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(app.uri().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}

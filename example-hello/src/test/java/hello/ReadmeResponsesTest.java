package hello;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compares the responses of the guestbook with the README. */
class ReadmeResponsesTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(Main::app);

    @Test
    void answersAsTheReadmeShows(TestHttp http) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String mistaken = http.post("/guestbook", Map.of("text", 7)).body();
        String invalid =
                http.post("/guestbook", Map.of("name", "Ada", "text", " ")).body();

        assertTrue(readme.contains("\n" + mistaken + "\n"), mistaken);
        assertTrue(readme.contains("\n" + invalid + "\n"), invalid);
    }
}

package hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hello.GuestbookController.Entry;
import hello.GuestbookController.NewEntry;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestProblem;
import io.jetalyst.testkit.TestResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GuestbookTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Main::app);

    @Test
    void createsAnEntry(TestHttp http) {
        NewEntry hello = new NewEntry("Ada", "Hello!", Optional.empty());

        TestResponse created = http.post("/guestbook", hello).expect(201);

        assertEquals("/guestbook/1", created.header("Location"));
        assertEquals(new Entry(1, hello), created.json(Entry.class));
        assertEquals(
                List.of(new Entry(1, hello)), http.get("/guestbook").expect(200).jsonList(Entry.class));
    }

    @Test
    void reportsAllMistakes(TestHttp http) {
        TestProblem problem =
                http.post("/guestbook", Map.of("text", 7)).expect(400).problem();

        assertEquals("required", problem.error("/name").code());
        assertEquals("type", problem.error("/text").code());
    }

    @Test
    void validatesTheEntry(TestHttp http) {
        NewEntry blank = new NewEntry("A".repeat(41), " ", Optional.empty());

        TestProblem problem = http.post("/guestbook", blank).expect(422).problem();

        assertEquals("Size", problem.error("/name").code());
        assertEquals("must not be blank", problem.error("/text").detail());
    }
}

package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fills the form as a browser does. */
class FormTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Main::app);

    @Test
    void showsTheGreetingOnceAfterTheRedirect(TestHttp http) {
        TestHttp browser = http.withCookies();
        TestResponse posted =
                browser.form("/greet").field("name", "Ada").field("language", "GERMAN").post().expect(303);

        assertEquals("/greet", posted.header("Location"));
        assertTrue(browser.get("/greet").body().contains("<p role=\"status\">Hallo, Ada!</p>"));
        assertFalse(browser.get("/greet").body().contains("Hallo, Ada!"));
    }

    @Test
    void showsFormAgainWithMessages(TestHttp http) {
        TestResponse page =
                http.form("/greet").field("name", " ").field("language", "FRENCH").post().expect(422);

        assertTrue(page.body().contains("<p class=\"error\" id=\"name-error\">Must not be blank.</p>"), page.body());
        assertTrue(page.body().contains("<option value=\"FRENCH\" selected=\"\">"), page.body());
    }
}

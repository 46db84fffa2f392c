package io.jetalyst.testkit.tests.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The language that a user has chosen is that of all texts, whatever the browser prefers. */
class LanguageTest {
    @RegisterExtension
    final TestApp app = TestApp.of(LanguageSite::app);

    /** A browser that prefers English, whose user has chosen German. */
    private static TestHttp german(TestHttp http) {
        TestHttp browser = http.withCookies().withHeaders("Accept-Language", "en");
        TestResponse changed =
                browser.form("/phrases/language").field("lang", "de").post().expect(303);
        assertEquals("/", changed.header("Location"));
        return browser;
    }

    private static void assertVaries(TestResponse page) {
        String vary = String.join(", ", page.headers().allValues("Vary"));
        assertTrue(vary.contains("Accept-Language") && vary.contains("Cookie"), vary);
    }

    @Test
    void translatesTheTextsOfTheApplication(TestHttp http) {
        TestResponse page = german(http).get("/phrases").expect(200);
        assertEquals("Guten Tag", page.body());
        assertVaries(page);
    }

    @Test
    void translatesMistakesAndConstraintsOfAForm(TestHttp http) {
        TestResponse errors = german(http)
                .form("/phrases/name")
                .field("name", " ")
                .field("age", "x")
                .post()
                .expect(200);
        assertEquals("darf nicht leer sein, muss eine ganze Zahl sein", errors.body());
    }

    @Test
    void translatesPagesAndDocumentsOfProblems(TestHttp http) {
        TestHttp browser = german(http);
        TestResponse page = browser.get("/nowhere", "Accept", "text/html").expect(404);
        assertTrue(page.body().contains("<html lang=\"de\">"), page.body());
        assertVaries(page);
        String document = browser.form("/phrases/language")
                .post("Accept", "*/*")
                .expect(400)
                .body();
        assertTrue(document.contains("fehlt"), document);
    }

    @Test
    void translatesMistakesInMessages(TestSockets sockets) {
        TestSocket socket = sockets.open("/phrases", "Accept-Language", "en", "Cookie", "lang=de");
        String problem = socket.send("{\"text\":\" \"}").next(String.class);
        assertTrue(problem.contains("darf nicht leer sein"), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=tlh", "lang=", "lang=../../etc/passwd", "lang=de-x-1", "other=de"})
    void ignoresCookiesThatNameNoneOfTheLanguages(String cookie, TestHttp http) {
        assertEquals(
                "Good morning",
                http.get("/phrases", "Cookie", cookie, "Accept-Language", "fr, en;q=0.5")
                        .expect(200)
                        .body());
        assertEquals(
                "Guten Tag",
                http.get("/phrases", "Cookie", cookie, "Accept-Language", "de-AT")
                        .body());
    }
}

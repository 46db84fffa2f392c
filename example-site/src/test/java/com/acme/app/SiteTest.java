package com.acme.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.acme.app.EventController.Guests;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestForm;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSocket;
import io.jetalyst.testkit.TestSockets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses the site as browsers do. */
class SiteTest {
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00");

    @RegisterExtension
    final TestApp app = TestApp.of(Main::app, "--club.admin-password=first secret", "--club.pictures=target/pictures");

    private static TestHttp browser(TestHttp http) {
        return http.withHeaders("Accept", "text/html").withCookies().followingRedirects();
    }

    /** Logs in at the page to which the browser is sent. */
    private static TestHttp admin(TestHttp http) {
        TestHttp browser = browser(http);
        assertShows(
                "name=\"target\" value=\"/events/new\"",
                browser.get("/events/new").expect(200));
        TestResponse page = browser.form("/login")
                .field("name", "admin")
                .field("password", "first secret")
                .field("target", "/events/new")
                .post()
                .expect(200);
        assertEquals("/events/new", page.path());
        return browser;
    }

    private static TestHttp member(TestHttp http, String name) {
        TestHttp browser = browser(http);
        TestResponse page = browser.form("/register")
                .field("name", name)
                .field("password", "long enough")
                .post()
                .expect(200);
        assertShows("<p role=\"status\">Welcome, " + name + ".</p>", page);
        return browser;
    }

    private static TestForm event(TestHttp http) {
        return http.form("/events")
                .field("title", "Summer")
                .field("date", LocalDate.now().plusDays(9));
    }

    private static void assertShows(String html, TestResponse page) {
        assertTrue(page.body().contains(html), () -> html + "\nis not in\n" + page.body());
    }

    @Test
    void publishesEventWithPicture(TestHttp http) {
        TestResponse page = event(admin(http))
                .part("picture", "a.png", "image/png", PNG)
                .post()
                .expect(200);

        assertEquals("/events/1", page.path());
        assertShows("<p role=\"status\">The event is published.</p>", page);
        String picture = page.body().replaceAll("(?s).*<img src=\"([^\"]+)\".*", "$1");
        assertArrayEquals(PNG, http.get(picture).expect(200).bytes());
        assertShows("<a href=\"/events/1\">Summer</a>", http.get("/").expect(200));
    }

    @Test
    void showsFormAgainWithMessages(TestHttp http) {
        TestHttp admin = admin(http);

        TestResponse page = admin.form("/events")
                .field("title", " ")
                .field("date", "tomorrow")
                .multipart()
                .post()
                .expect(422);
        assertShows("<p class=\"error\" id=\"title-error\">Must not be blank.</p>", page);
        assertShows("id=\"date-error\"", page);
        assertShows(
                "<p class=\"error\" id=\"picture-error\">Must be a PNG picture.</p>",
                event(admin)
                        .part("picture", "a.gif", "image/gif", new byte[9])
                        .post()
                        .expect(422));
    }

    @Test
    void registersMember(TestHttp http) {
        TestHttp ada = member(http, "ada");

        assertShows("<span>ada</span>", ada.get("/").expect(200));
        assertShows("<h1>Error 403</h1>", ada.get("/events/new").expect(403));
        TestResponse taken = browser(http)
                .form("/register")
                .field("name", "ada")
                .field("password", "long enough")
                .post()
                .expect(422);
        assertShows("<p class=\"error\" id=\"name-error\">Is taken.</p>", taken);
        TestResponse page = ada.form("/logout").post().expect(200);
        assertFalse(page.body().contains("<span>ada</span>"), page.body());
    }

    @Test
    void showsGuestsAtOnce(TestHttp http, TestSockets sockets) {
        event(admin(http)).post().expect(200);
        TestHttp ada = member(http, "ada");
        assertEquals(401, sockets.refused("/events/1").status());

        TestSocket socket = sockets.with(ada).open("/events/1");
        assertEquals(new Guests(List.of()), socket.next(Guests.class));
        TestResponse page = ada.form("/events/1").post().expect(200);

        assertEquals(new Guests(List.of("ada")), socket.next(Guests.class));
        assertShows("<li>ada</li>", page);
    }

    @Test
    void refusesFormOfAnotherSite(TestHttp http) {
        event(admin(http)).post("Sec-Fetch-Site", "cross-site").expect(403);
    }

    @Test
    void showsErrorsInTheSamePage(TestHttp http) {
        TestResponse page = browser(http).get("/nothing").expect(404);

        assertShows("<h1>Error 404</h1>", page);
        assertShows("site.css", page);
        TestResponse login = browser(http)
                .form("/login")
                .field("name", "admin")
                .field("password", "wrong")
                .field("target", "/")
                .post()
                .expect(401);
        assertShows("<p role=\"alert\">", login);
    }
}

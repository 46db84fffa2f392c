package io.jetalyst.testkit.tests.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSockets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms, files, cookies and redirects, as browsers handle them. */
class BrowserTest {
    @RegisterExtension
    final TestApp app = TestApp.of(Desk::app);

    private static TestResponse signUp(TestHttp http) {
        return http.form("/desk/sign-up")
                .field("name", "Ada")
                .field("age", 36)
                .field("tags", "a&b=c")
                .field("tags", "ü+ ")
                .post("X-More", "1");
    }

    @Test
    void sendsFieldsOfForm(TestHttp http) {
        assertEquals("/desk/me?age=36&tags=2", signUp(http).expect(303).header("Location"));
        TestResponse echo = http.form("/desk/echo").field("a b", "c&d=ü").put("X-More", "1");
        assertEquals("application/x-www-form-urlencoded", echo.header("Content-Type"));
        assertEquals("a+b=c%26d%3D%C3%BC", echo.body());
        assertEquals("1", echo.header("X-More"));
        assertEquals("", http.form("/desk/echo").patch().body());
    }

    @Test
    void sendsFilesAsParts(TestHttp http) {
        byte[] image = "PNG\r\n".getBytes(StandardCharsets.UTF_8);
        TestResponse echo = http.form("/desk/echo")
                .field("name", "Tom")
                .part("image", "../\"tom\".png", "image/png", image)
                .post();
        String boundary = echo.header("Content-Type").replace("multipart/form-data; boundary=", "");
        String[] lines = {
            "--" + boundary,
            "Content-Disposition: form-data; name=\"name\"",
            "",
            "Tom",
            "--" + boundary,
            "Content-Disposition: form-data; name=\"image\"; filename=\"../%22tom%22.png\"",
            "Content-Type: image/png",
            "",
            "PNG",
            "",
            "--" + boundary + "--",
            ""
        };
        assertEquals(String.join("\r\n", lines), new String(echo.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void storesCookiesOnlyIfAsked(TestHttp http) {
        signUp(http).expect(303);
        assertEquals("no cookies", http.get("/desk/me").body());

        TestHttp ada = http.withCookies();
        signUp(ada).expect(303);
        assertEquals("name=Ada; __Host-session=s-Ada", ada.get("/desk/me").body());
        assertEquals("no cookies", http.withCookies().get("/desk/me").body(), "each client is a user of its own");
        ada.post("/desk/sign-out", "").expect(204);
        assertEquals("__Host-session=s-Ada", ada.get("/desk/me").body());
    }

    @Test
    void refusesFormOfAnotherSite(TestHttp http) {
        http.form("/desk/echo")
                .field("name", "Eve")
                .post("Sec-Fetch-Site", "cross-site")
                .expect(403);
    }

    @Test
    void followsRedirectsWithCookies(TestHttp http) {
        TestResponse me = signUp(http.withCookies().followingRedirects()).expect(200);
        assertEquals("name=Ada; __Host-session=s-Ada", me.body());
        assertEquals("/desk/me?age=36&tags=2", me.path());

        TestHttp cookies = http.withCookies();
        signUp(cookies).expect(303);
        assertTrue(cookies.followingRedirects().get("/desk/me").body().startsWith("name=Ada"), "shares the cookies");
    }

    @Test
    void reportsFollowedRedirectsInFailures(TestHttp http) {
        String failure = assertThrows(
                        AssertionError.class,
                        () -> http.followingRedirects().get("/desk/moved").expect(200))
                .getMessage();
        assertTrue(
                failure.startsWith("expected status 200: GET /desk/moved, then GET /desk/moved/again, then GET "
                        + "/desk/nowhere was answered with 404\n"),
                failure);
    }

    @Test
    void opensSocketsWithCookies(TestHttp http, TestSockets sockets) {
        TestHttp ada = http.withCookies();
        signUp(ada).expect(303);
        assertEquals("Ada", sockets.with(ada).open("/desk/name").next(String.class));
        assertEquals("nobody", sockets.open("/desk/name").next(String.class));
    }
}

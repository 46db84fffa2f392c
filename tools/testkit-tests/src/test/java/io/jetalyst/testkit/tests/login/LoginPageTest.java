package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.http.Flash;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.login.FormLogin;
import io.jetalyst.login.LoginLinks;
import io.jetalyst.login.LoginPage;
import io.jetalyst.login.PasswordLogin;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.view.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with a page of its own for the login, below a path. */
class LoginPageTest {
    @RegisterExtension
    final TestApp app = TestApp.of(LoginPageTest::library, "--server.base-path=/app");

    private static App library(String... args) {
        PasswordLogin logins = PasswordLogin.of(name -> Optional.empty(), new PlainHasher());
        return App.builder()
                .args(args)
                .authenticator(FormLogin.of(logins, LoginPageTest::page))
                .mount(new LibraryController_Routes())
                .build();
    }

    private static View page(LoginPage page) {
        String text = page.action() + " " + LibraryControllerLinks.welcome().href(page.request()) + " "
                + page.request().method() + "\n"
                + page.problem().map(HttpProblem::detail).orElse("") + "\n"
                + page.assets().url("title.js") + "\n"
                + page.flash().text().orElse("") + "\n"
                + page.languages().best(List.of(Locale.GERMAN, Locale.FRENCH));
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String firstLine(TestResponse response) {
        return response.body().lines().findFirst().orElseThrow();
    }

    @Test
    void hasTheRequest(TestHttp http) {
        assertEquals("/app/login /app/ GET", firstLine(http.get("/login").expect(200)));
        TestResponse again = http.form("/login")
                .field("name", "max")
                .post("Accept", "text/html")
                .expect(401);
        assertEquals("/app/login /app/ POST", firstLine(again));
    }

    @Test
    void namesStaticFilesAndTheProblemInTheLanguageOfTheClient(TestHttp http) {
        String[] lines = http.form("/login")
                .field("name", "max")
                .post("Accept", "text/html", "Accept-Language", "de")
                .expect(401)
                .body()
                .split("\n");
        assertEquals("Der Name oder das Passwort ist falsch.", lines[1]);
        http.get(lines[2].substring("/app".length())).expect(200);
    }

    @Test
    void hasFlashMessagesAndTheLanguagesOfTheClient(TestHttp http) {
        TestResponse page = http.get(
                        "/login",
                        "Cookie",
                        Flash.COOKIE + "=" + Flash.of("Log in first.").encode(),
                        "Accept-Language",
                        "fr")
                .expect(200);
        String[] lines = page.body().split("\n");
        assertEquals("Log in first.", lines[3]);
        assertEquals("Optional[fr]", lines[4]);
        assertTrue(page.header("Set-Cookie").contains("Max-Age=0"), page.header("Set-Cookie"));
    }

    @Test
    void hasLinksOfTheLogin(TestHttp http) {
        assertEquals("/login", LoginLinks.FORM.login().toString());
        assertEquals("/logout", LoginLinks.FORM.logout().toString());
        assertEquals(
                "/app/login /app/ GET",
                firstLine(http.get(LoginLinks.FORM.login().toString()).expect(200)));
        FormLogin other = FormLogin.of(PasswordLogin.of(name -> Optional.empty(), new PlainHasher()))
                .paths(LoginLinks.of("/sign-in", "/sign-out"), "/");
        assertEquals("/sign-in", other.links().login().toString());
        assertEquals("/sign-out", other.links().logout().toString());
        assertEquals(
                "/sign-in?target=%2Floans%3Fpage%3D2%26all%3Dyes",
                other.links()
                        .login(LibraryControllerLinks.loans().query("page", 2).query("all", "yes"))
                        .toString());
        for (String path : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/../x", ""}) {
            assertThrows(IllegalArgumentException.class, () -> LoginLinks.of(path, "/"), path);
            assertThrows(IllegalArgumentException.class, () -> LoginLinks.of("/", path), path);
            assertThrows(IllegalArgumentException.class, () -> other.paths(LoginLinks.FORM, path), path);
        }
    }
}

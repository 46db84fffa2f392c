package io.jetalyst.testkit.tests.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.http.Link;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.view.ErrorPage;
import io.jetalyst.view.ErrorPages;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of an application for errors have static files, links and a nonce, below a base path as well. */
class ErrorPagesTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(
            args -> App.builder()
                    .args(args)
                    .mount(new EditController_Routes())
                    .bind(
                            ErrorPages.class,
                            error -> Optional.of(out -> out.write(page(error).getBytes(UTF_8))))
                    .build(),
            "--server.base-path=/app");

    /** The address of a script, a link, and the nonce. */
    private static String page(ErrorPage error) {
        return error.assets().url("title.js") + " " + Link.to("/edit/now").href(error.request()) + " "
                + error.request().nonce();
    }

    @ParameterizedTest
    @CsvSource({
        "/edit/unhandled, 500",
        "/nowhere, 404",
        "/edit/missing/further, 404",
        "/edit//now, 400",
        "/edit%2fnow, 400"
    })
    void namesStaticFilesAndLinks(String path, int status, TestHttp http) {
        TestResponse error = http.get(path, "Accept", "text/html, */*;q=0.1").expect(status);
        String[] parts = error.body().split(" ");
        assertTrue(parts[0].startsWith("/app/assets/"), parts[0]);
        http.get(parts[0].substring("/app".length())).expect(200);
        assertEquals("/app/edit/now", parts[1]);
        assertTrue(error.header("Content-Security-Policy").contains("'nonce-" + parts[2] + "'"), parts[2]);
        assertEquals("no-store", error.header("Cache-Control"));
        assertNotEquals(
                error.body(), http.get(path, "Accept", "text/html, */*;q=0.1").body());
    }
}

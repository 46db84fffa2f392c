package io.jetalyst.testkit.tests.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.view.ErrorPages;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions of controllers and filters, as the methods for them and the pages of the application answer them. */
class ErrorHandlersTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(args -> App.builder()
            .args(args)
            .mount(new EditController_Routes(), new Errors_Routes())
            .bind(ErrorPages.class, error -> {
                if (error.request().query().equals("broken")) {
                    throw new IllegalStateException("the template is broken");
                }
                String page = "sorry " + error.id().isPresent();
                return Optional.of(out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
            })
            .filter((context, next) -> {
                if (context.request().header("Fail").isPresent()) {
                    throw new EditController.Locked();
                }
                return next.proceed().map(response -> response.header("X-Filter", "1"));
            })
            .build());

    @ParameterizedTest
    @ValueSource(strings = {"/edit/now", "/edit/later", "/edit/non-blocking"})
    void callsTheMethodForTheException(String path, TestHttp http) {
        TestResponse response = http.get(path).expect(409);

        assertEquals("locked " + path + " in a thread that may block: true", response.body());
        assertEquals("1", response.header("X-Filter"));
    }

    @Test
    void callsTheMethodForTheNearestClass(TestHttp http) {
        http.get("/edit/missing").expect(410);
        assertEquals("input and output", http.get("/edit/broken").expect(502).body());
    }

    @Test
    void sendsTheMediaTypeOfTheMethodThatTheClientPrefers(TestHttp http) {
        assertEquals(
                "text/csv;charset=utf-8", http.get("/edit/typed").expect(409).header("Content-Type"));
        assertEquals(
                "text/markdown;charset=utf-8",
                http.get("/edit/typed", "Accept", "text/*;q=0.1, text/markdown")
                        .expect(409)
                        .header("Content-Type"));
        assertEquals(
                "text/csv;charset=utf-8",
                http.get("/edit/typed", "Accept", "text/plain").expect(409).header("Content-Type"));
    }

    @Test
    void callsTheMethodForAllControllers(TestHttp http) {
        assertEquals("own: No.", http.get("/edit/refused").expect(403).body());
        assertTrue(http.get("/nowhere").expect(404).body().startsWith("own: "));
        assertTrue(http.post("/edit/now", "").expect(405).body().startsWith("own: "));
    }

    @Test
    void doesNotPassExceptionsOfFiltersToTheMethodsOfTheController(TestHttp http) {
        http.get("/edit/now", "Fail", "1").expect(500);
    }

    @Test
    void answers500IfTheMethodForTheExceptionFails(TestHttp http) {
        TestResponse response = http.get("/edit/again").expect(500);

        assertFalse(response.body().contains("second"), response.body());
    }

    @Test
    void hidesWhatNoMethodHandles(TestHttp http) {
        TestResponse response = http.get("/edit/unhandled").expect(500);

        assertFalse(response.body().contains("secret"), response.body());
        assertTrue(response.body().contains("urn:uuid:"), response.body());
    }

    @Test
    void showsThePageOfTheApplicationToBrowsers(TestHttp http) {
        TestResponse response =
                http.get("/edit/unhandled", "Accept", "text/html, */*;q=0.1").expect(500);

        assertEquals("sorry true", response.body());
    }

    @Test
    void answersWithTheStatusOfTheMethod(TestHttp http) {
        assertEquals("text", http.post("/edit/made", "text").expect(201).body());
    }

    @Test
    void showsThePlainPageIfThatOfTheApplicationFails(TestHttp http) {
        TestResponse response = http.get("/edit/unhandled?broken", "Accept", "text/html, */*;q=0.1")
                .expect(500);

        assertTrue(response.body().contains("<h1>500 Internal Server Error</h1>"), response.body());
    }
}

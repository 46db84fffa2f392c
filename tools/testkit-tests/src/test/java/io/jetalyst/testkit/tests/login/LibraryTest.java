package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryTest {
    @RegisterExtension
    static final TestApp app = TestApp.of(Library::app);

    private static String basic(String name) {
        String pair = name + ":" + name + "'s secret";
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"/loans, max, 200", "/loans, bob, 401", "/staff, max, 403", "/staff, ann, 200", "/, bob, 401"})
    void answersByTheRolesOfTheUser(String path, String name, int status, TestHttp http) {
        http.get(path, "Authorization", basic(name)).expect(status);
    }

    @Test
    void passesTheIdentityToTheMethod(TestHttp http) {
        assertEquals(
                "The loans of max",
                http.get("/loans", "Authorization", basic("max")).expect(200).body());
        assertEquals(
                "The loans of scanner",
                http.get("/loans", "X-Api-Key", "key").expect(200).body());
        assertEquals("guest", http.get("/").expect(200).body());
        assertEquals(
                "max", http.get("/", "Authorization", basic("max")).expect(200).body());
    }

    @Test
    void sendsTheChallengesOfAllAuthenticators(TestHttp http) {
        TestResponse response = http.get("/loans").expect(401);

        assertEquals(
                List.of("ApiKey header=\"X-Api-Key\"", "Basic realm=\"Library\", charset=\"UTF-8\""),
                response.headers().allValues("WWW-Authenticate"));
    }

    @Test
    void deletesOnlyAsAdmin(TestHttp http) {
        http.delete("/books/1").expect(401);
        http.send(http.request("/books/1").DELETE().header("Authorization", basic("max")))
                .expect(403);
        http.send(http.request("/books/1").DELETE().header("Authorization", basic("ann")))
                .expect(204);
    }
}

package io.jetalyst.testkit.tests.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.security.Identity;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import io.jetalyst.testkit.TestSockets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    @RegisterExtension
    static final TestApp app = TestApp.of(Library::app).withIdentities();

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

    /** Addresses are logged, so keys and passwords in them have no effect. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Api-Key=key",
                "x-api-key=key",
                "api_key=key",
                "access_token=key",
                "name=max&password=max%27s+secret"
            })
    void ignoresKeysInAddresses(String query, TestHttp http) {
        http.get("/loans?" + query).expect(401);
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
        http.withPassword("max", "max's secret").delete("/books/1").expect(403);
        http.withPassword("ann", "ann's secret").delete("/books/1").expect(204);
    }

    @Test
    void acceptsIdentitiesOfTests(TestHttp http, TestSockets sockets) {
        TestHttp ann = http.as(Identity.of("ann", Role.ADMIN));

        ann.delete("/books/1").expect(204);
        http.as(Identity.of("guest")).delete("/books/1").expect(403);
        assertEquals("The loans of ann", ann.get("/loans").expect(200).body());
        assertEquals("Hello ann", sockets.with(ann).open("/chat").next(String.class));
        sockets.refused("/chat").expect(401);
        sockets.with(http.as(Identity.of("guest"))).refused("/chat").expect(403);
        http.get("/", "X-Test-Identity", "guessed").expect(401);
    }
}

package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.RunningApp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookies that keep the logins which a browser has begun. */
class LoginCookieTest extends ShopTest {
    private static Set<String> names(Browser browser) {
        return browser.cookies().keySet().stream()
                .filter(name -> name.contains("oidc"))
                .collect(Collectors.toSet());
    }

    @Test
    void createNoSessionBeforeTheLogin() throws Exception {
        try (RunningApp small = app(provider.options(), "--session.max-sessions=1")) {
            URI page = URI.create("http://127.0.0.1:" + small.port() + "/account");
            for (int i = 0; i < 5; i++) {
                Browser stranger = new Browser();
                assertEquals(303, stranger.get(page).statusCode());
                assertFalse(stranger.cookies().containsKey("session"));
            }

            assertEquals(
                    "ada, ada of the tests, no tab",
                    new Browser().logIn(page, "ada", provider.issuer()).body());
        }
    }

    @Test
    void areHiddenFromScriptsAndOtherSitesForTenMinutes() throws Exception {
        List<String> set = new Browser().get(address("/account")).headers().allValues("Set-Cookie");

        assertEquals(1, set.size());
        assertTrue(
                set.get(0).matches("oidc-login-[0-3]=[A-Za-z0-9._-]+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"),
                set.get(0));
    }

    @Test
    void areOfTheHostOnlyOverHttps() throws Exception {
        try (RunningApp below =
                app(provider.options(), "--server.public-url=https://shop.example", "--server.base-path=/app")) {
            URI page = URI.create("http://127.0.0.1:" + below.port() + "/app/account");
            String set =
                    new Browser().get(page).headers().firstValue("Set-Cookie").orElseThrow();

            assertTrue(
                    set.matches("__Host-oidc-login-[0-3]=[^;]+; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax"),
                    set);
        }
    }

    @Test
    void areRemovedAtTheReturn() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");

        assertEquals(Set.of(), names(browser));
        assertTrue(browser.cookies().containsKey("session"));
    }

    @Test
    void areRemovedWhenTheLoginFails() throws Exception {
        Browser browser = new Browser();
        String state = parameter(Browser.location(browser.get(address("/account"))), "state");

        assertEquals(
                403,
                browser.get(address("/oidc/callback?error=access_denied&state=" + state))
                        .statusCode());
        assertEquals(Set.of(), names(browser));
        assertFalse(browser.cookies().containsKey("session"));
    }

    @Test
    void areAtMostFourHoweverManyLoginsBegin() throws Exception {
        Browser browser = new Browser();
        String longTarget = "/account?tab=" + "x".repeat(580);
        for (int i = 0; i < 12; i++) {
            assertEquals(303, browser.get(address(longTarget)).statusCode());
        }
        assertEquals(4, names(browser).size());

        assertEquals(
                address(longTarget),
                browser.logIn(address(longTarget), "ada", provider.issuer()).uri());
        assertEquals(3, names(browser).size());
    }

    @Test
    void leadToTheFirstPageInsteadOfOneWithLongAddress() throws Exception {
        URI page = address("/account?tab=" + "x".repeat(4000));

        assertEquals(
                address("/"),
                new Browser().logIn(page, "ada", provider.issuer()).uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "....",
                "0abc.n.v.1.Lw",
                "0abc.n.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv.99999999999999999999.Lw",
                "0abc.n.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv.1.Lw",
                "0abc.n.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv.32503680000.Lw",
                "0abc.n.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv.9223372036854775807.Lw",
                "0abc.n.vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv.1.%"
            })
    void areIgnoredIfTheyAreMalformedOrOld(String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/oidc/callback?code=x&state=0abc"))
                .header("Cookie", "oidc-login-0=" + value)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(400, response.statusCode());
    }

    /** A user may change the cookie, or another application of the host may set it: the page after the login is a local one all the same. */
    @Test
    void leadToNoOtherHost() throws Exception {
        Browser browser = new Browser();
        URI callback = callback(browser, "ada");
        String name = names(browser).iterator().next();
        String value = browser.cookies().get(name);
        String evil = value.substring(0, value.lastIndexOf('.') + 1) + "Ly9ldmlsLmV4YW1wbGU"; // //evil.example
        HttpRequest request = HttpRequest.newBuilder(callback)
                .header("Cookie", name + "=" + evil)
                .build();

        assertEquals(
                400,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode());
    }
}

package demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logouts that the provider reports, and the logout tokens of attackers. */
class BackChannelLogoutTest extends ShopTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @BeforeAll
    static void register() throws Exception {
        provider.sendLogoutsTo(address("/oidc/backchannel-logout"));
    }

    @Test
    void endsTheSessionOfTheBrowserThatLogsOutAtTheProvider() throws Exception {
        Browser desk = new Browser();
        Browser phone = new Browser();
        logIn(desk, "ada");
        logIn(phone, "ada");
        OidcLoginTest.SocketEnd end = new OidcLoginTest.SocketEnd();
        desk.open(URI.create("ws://127.0.0.1:" + app.port() + "/news"), end);

        HttpResponse<String> question = desk.get(provider.issuer().resolve("/session/end"));
        desk.logOut(question);

        assertEquals(1008, end.code.get(30, TimeUnit.SECONDS));
        assertEquals("Hello", desk.get(address("/")).body());
        assertEquals("Hello ada", phone.get(address("/")).body());
    }

    /** The logout of the application leads to the provider, which asks, logs out, and leads back. */
    @Test
    void leadsToTheProviderAndBackAtLogout() throws Exception {
        Browser browser = new Browser();
        logIn(browser, "ada");

        HttpResponse<String> page = browser.post(address("/oidc/logout"), Map.of());
        HttpResponse<String> last = browser.logOut(browser.get(Browser.leading(page)));

        assertEquals(address("/"), Browser.location(last));
        assertTrue(
                browser.get(Browser.location(browser.get(address("/account"))))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .contains("/interaction/"),
                "the provider asks for a user again");
    }

    private static Map<String, Object> claims(String subject) {
        return claims(provider, subject);
    }

    static Map<String, Object> claims(RealProvider issuer, String subject) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                issuer.issuer().toString(),
                "aud",
                "shop",
                "iat",
                now,
                "exp",
                now + 120,
                "jti",
                UUID.randomUUID().toString(),
                "sub",
                subject,
                "events",
                Map.of(EVENT, Map.of())));
    }

    private static String token(Map<String, Object> claims) throws Exception {
        return token(provider, claims);
    }

    static String token(RealProvider issuer, Map<String, Object> claims) throws Exception {
        return issuer.sign("{\"alg\":\"RS256\",\"typ\":\"logout+jwt\"}", JSONObjectUtils.toJSONString(claims));
    }

    private static int send(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/oidc/backchannel-logout"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(List.of("no-store"), response.headers().allValues("Cache-Control"));
        return response.statusCode();
    }

    @Test
    void endsAllSessionsOfUserWithoutSid() throws Exception {
        Browser desk = new Browser();
        Browser phone = new Browser();
        Browser other = new Browser();
        logIn(desk, "grace");
        logIn(phone, "grace");
        logIn(other, "ada");

        assertEquals(200, send("logout_token=" + token(claims("grace"))));

        assertEquals("Hello", desk.get(address("/")).body());
        assertEquals("Hello", phone.get(address("/")).body());
        assertEquals("Hello ada", other.get(address("/")).body());
    }

    @Test
    void acceptsTokenOnce() throws Exception {
        String token = token(claims("linus"));
        assertEquals(200, send("logout_token=" + token));
        assertEquals(400, send("logout_token=" + token));
    }

    /** The code was exchanged before the logout, and the session is created after it. */
    @Test
    void refusesLoginThatBeganBeforeTheLogout() throws Exception {
        Browser browser = new Browser();
        URI callback = callback(browser, "barbara");
        Map<String, Object> claims = claims("barbara");
        claims.put("iat", Instant.now().getEpochSecond() + 20);
        assertEquals(200, send("logout_token=" + token(claims)));

        assertEquals(403, browser.get(callback).statusCode());
        assertEquals("Hello", browser.get(address("/")).body());
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> claims = claims("eve");
        claims.put(name, value);
        return claims;
    }

    private static Map<String, Object> without(String name) {
        Map<String, Object> claims = claims("eve");
        claims.remove(name);
        return claims;
    }

    @Test
    void rejectsTokensThatAreNoLogoutTokensForThisClient() throws Exception {
        Browser eve = new Browser();
        logIn(eve, "eve");
        long now = Instant.now().getEpochSecond();
        List<Map<String, Object>> wrong = List.of(
                without("iss"),
                without("aud"),
                without("iat"),
                without("exp"),
                without("jti"),
                without("sub"),
                without("events"),
                with("iss", "https://evil.example"),
                with("aud", "robot"),
                with("aud", List.of()),
                with("iat", now + 3600),
                with("exp", now - 60),
                with("exp", now + 86_400),
                with("exp", "soon"),
                with("exp", 9e99),
                with("events", Map.of("http://schemas.openid.net/event/other", Map.of())),
                with("events", EVENT),
                with("events", List.of(EVENT)),
                with("nonce", "n"),
                with("sid", 7),
                with("sub", Map.of()));
        for (Map<String, Object> claims : wrong) {
            assertEquals(400, send("logout_token=" + token(claims)), claims.toString());
        }
        assertEquals("Hello eve", eve.get(address("/")).body());
    }

    @Test
    void rejectsForgedTokens() throws Exception {
        Browser eve = new Browser();
        logIn(eve, "eve");
        String claims = JSONObjectUtils.toJSONString(claims("eve"));
        String valid = token(claims("eve"));
        String id =
                provider.sign("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", JSONObjectUtils.toJSONString(without("events")));
        List<String> wrong = List.of(
                "",
                "logout_token=",
                "logout_token=" + valid + "&logout_token=" + valid,
                "logout_token=" + valid.substring(0, valid.lastIndexOf('.') + 1),
                "logout_token=" + valid + "x",
                "logout_token=" + id,
                "logout_token=" + RealProvider.encoded("{\"alg\":\"none\"}") + "." + RealProvider.encoded(claims) + ".",
                "logout_token=" + provider.sign("{\"alg\":\"RS256\",\"kid\":\"unknown\"}", claims),
                "logout_token=" + provider.sign("{\"alg\":\"RS512\"}", claims),
                "logout_token=" + provider.sign("{\"alg\":\"HS256\"}", claims),
                "logout_token=" + provider.sign("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}", claims),
                "logout_token=" + provider.sign("{\"alg\":\"RS256\",\"crit\":[\"exp\"],\"exp\":1}", claims),
                "logout_token=" + provider.sign("{\"alg\":\"RS256\"}", "{\"sub\":\"ada\"," + claims.substring(1)),
                "logout_token=" + "x".repeat(9000));
        for (String body : wrong) {
            assertEquals(400, send(body), body);
        }
        assertEquals("Hello eve", eve.get(address("/")).body());
        assertEquals(200, send("logout_token=" + valid), "none of them has used it up");
        assertFalse(eve.get(address("/")).body().contains("eve"));
    }

    @Test
    void fetchesKeysOnceForManyUnknownOnes() throws Exception {
        int before = provider.keyFetches();
        for (int i = 0; i < 50; i++) {
            String forged = provider.sign(
                    "{\"alg\":\"RS256\",\"kid\":\"" + i + "\"}", JSONObjectUtils.toJSONString(claims("ada")));
            assertEquals(400, send("logout_token=" + forged));
        }
        assertTrue(provider.keyFetches() <= before + 2, "at most one in 30 seconds");
    }
}

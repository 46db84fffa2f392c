package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieTest {
    @Test
    void isForThisHostAndNotForScriptsByDefault() {
        assertEquals("a=b; Path=/; HttpOnly; SameSite=Lax", Cookie.of("a", "b").toString());
    }

    @Test
    void hasItsAttributesInAFixedOrder() {
        assertEquals(
                "a=b; Path=/x; Domain=example.org; Max-Age=60; Secure; SameSite=Strict; Partitioned",
                Cookie.of("a", "b")
                        .partitioned()
                        .sameSite(Cookie.SameSite.STRICT)
                        .readableByScripts()
                        .maxAge(Duration.ofMinutes(1))
                        .domain("example.org")
                        .path("/x")
                        .toString());
    }

    @Test
    void removesTheCookieOfItsName() {
        assertEquals(
                "a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; SameSite=Lax",
                Cookie.expired("a").toString());
        assertEquals(
                Cookie.expired("a").toString(),
                Cookie.of("a", "").maxAge(Duration.ofSeconds(-5)).toString());
    }

    @Test
    void isSecureWhereBrowsersRequireIt() {
        assertEquals(
                "__Host-a=b; Path=/; Secure; HttpOnly; SameSite=Lax",
                Cookie.of("__Host-a", "b").toString());
        assertEquals(
                "__secure-a=b; Path=/x; Secure; HttpOnly; SameSite=Lax",
                Cookie.of("__secure-a", "b").path("/x").toString());
        assertEquals(
                "a=b; Path=/; Secure; HttpOnly; SameSite=None",
                Cookie.of("a", "b").sameSite(Cookie.SameSite.NONE).toString());
    }

    @Test
    void rejectsAttributesThatThePrefixForbids() {
        Cookie cookie = Cookie.of("__Host-a", "b");

        assertThrows(IllegalArgumentException.class, () -> cookie.path("/x"));
        assertThrows(IllegalArgumentException.class, () -> cookie.domain("example.org"));
        assertThrows(
                IllegalArgumentException.class, () -> Cookie.of("__HOST-a", "b").domain("example.org"));
    }

    @Test
    void replacesTheCookieOfTheSamePlace() {
        Response response = Response.text("")
                .cookie(Cookie.of("a", "1"))
                .cookie(Cookie.of("a", "2").path("/x"))
                .cookie(Cookie.of("a", "3").domain("example.org"))
                .cookie(Cookie.of("ab", "4"))
                .cookie(Cookie.of("a", "5").maxAge(Duration.ofSeconds(9)))
                .cookie(Cookie.of("a", "6").domain("example.org"));

        List<String> values = response.headers().stream()
                .filter(field -> field.name().equals("Set-Cookie"))
                .map(field -> field.value().substring(0, field.value().indexOf(';')))
                .toList();
        assertEquals(List.of("a=2", "ab=4", "a=5", "a=6"), values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "a\r\n", "ä", "a,b", "\"a\""})
    void rejectsNamesThatAreNoTokens(String name) {
        assertThrows(IllegalArgumentException.class, () -> Cookie.of(name, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a,b", "a\"b", "a\\b", "a\r\nSet-Cookie: c=d", "ä", "a\u0000", "\u007f"})
    void rejectsValuesThatACookieCannotHave(String value) {
        assertThrows(IllegalArgumentException.class, () -> Cookie.of("a", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "/a; Domain=evil.example", "/a\r\nX: y", "/ä"})
    void rejectsPathsThatWouldForgeAnAttribute(String path) {
        assertThrows(IllegalArgumentException.class, () -> Cookie.of("a", "b").path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;b", "a b", "a/b", "a\r\n"})
    void rejectsDomainsThatAreNoNames(String domain) {
        assertThrows(IllegalArgumentException.class, () -> Cookie.of("a", "b").domain(domain));
    }

    @Test
    void rejectsCookieThatIsTooLong() {
        assertEquals(4095, Cookie.of("a", "b".repeat(4095)).value().length());
        assertThrows(IllegalArgumentException.class, () -> Cookie.of("a", "b".repeat(4096)));
    }
}

package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to routes, and their encoding. */
class LinkTest {
    enum Color {
        RED {
            @Override
            public String toString() {
                return "crimson";
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lobby | lobby",
                "a b | a%20b",
                "a/b | a%2Fb",
                "a?b#c | a%3Fb%23c",
                "50% | 50%25",
                "%2e | %252e",
                "a+b&c=d | a%2Bb%26c%3Dd",
                "ü€😀 | %C3%BC%E2%82%AC%F0%9F%98%80",
                "... | ...",
                "\"<a>\" | %22%3Ca%3E%22",
            })
    void encodesValuesOfVariablesAndParameters(String value, String encoded) {
        assertEquals(
                "/rooms/" + encoded + "/page",
                Link.to("/rooms/{room}/page", value).toString());
        assertEquals("/rooms?q=" + encoded, Link.to("/rooms").query("q", value).toString());
        assertEquals(value, PercentEncoding.decodePath(encoded).orElseThrow());
        assertEquals(value, PercentEncoding.decodeForm(encoded).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "\ud83d"})
    void rejectsValueThatNoSegmentCanHave(String value) {
        assertThrows(IllegalArgumentException.class, () -> Link.to("/rooms/{room}", value));
    }

    @Test
    void keepsTheSlashesOfTheRestOfAPath() {
        assertEquals(
                "/files/a/b%20c.png", Link.to("/files/{*path}", "a/b c.png").toString());
        assertEquals("/files/", Link.to("/files/{*path}", "").toString());
        assertEquals("/files/a/", Link.to("/files/{*path}", "a/").toString());
        assertThrows(IllegalArgumentException.class, () -> Link.to("/files/{*path}", "../secret"));
    }

    @Test
    void writesValuesAsTheirConversionReadsThem() {
        assertEquals(
                "/7/RED/2026-11-28/true",
                Link.to("/{a}/{b}/{c}/{d}", 7L, Color.RED, LocalDate.of(2026, 11, 28), true)
                        .toString());
    }

    @Test
    void hasSeveralParametersAndNoneForNoValue() {
        Link link = Link.to("/search")
                .query("q", "a b")
                .query("page", null)
                .query("color", Optional.of(Color.RED))
                .query("size", Optional.empty())
                .query("tag", List.of("x", "y&z"))
                .query("number", new int[] {1, 2})
                .query("none", List.of());

        assertEquals("/search?q=a%20b&color=RED&tag=x&tag=y%26z&number=1&number=2", link.toString());
    }

    @Test
    void rejectsAnotherNumberOfValues() {
        assertThrows(IllegalArgumentException.class, () -> Link.to("/rooms/{room}"));
        assertThrows(IllegalArgumentException.class, () -> Link.to("/rooms", 7));
    }

    @Test
    void hasTheAddressThatTheClientUses() {
        Request request = Request.builder("GET", "/")
                .scheme("https")
                .authority("chat.example:8443")
                .basePath("/app")
                .build();
        Link link = Link.to("/rooms/{room}", "a b").query("last", 5);

        assertEquals("/rooms/a%20b?last=5", link.toString());
        assertEquals("/app/rooms/a%20b?last=5", link.href(request));
        assertEquals(
                "https://chat.example:8443/app/rooms/a%20b?last=5",
                link.uri(request).toString());
        assertEquals(
                "wss://chat.example:8443/app/rooms/a%20b?last=5",
                link.webSocket(request).toString());
        Request plain = Request.builder("GET", "/").authority("localhost:8080").build();
        assertEquals(
                "ws://localhost:8080/rooms/a%20b?last=5", link.webSocket(plain).toString());
    }

    @Test
    void leadsRedirectsAndNewResources() {
        Link link = Link.to("/rooms/{room}", "a b");

        assertEquals("/rooms/a%20b", Response.seeOther(link).header("Location").orElseThrow());
        assertEquals(
                "/rooms/a%20b",
                Redirect.to(Status.FOUND, link).header("Location").orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(Link.to("/{*path}", "/evil.example")));
        assertEquals(Link.to("/rooms/{room}", "a b"), link);
        assertEquals(Link.to("/rooms/{room}", "a b").hashCode(), link.hashCode());
        assertNotEquals(Link.to("/rooms/{room}", "b"), link);
    }
}

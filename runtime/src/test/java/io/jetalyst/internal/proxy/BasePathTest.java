package io.jetalyst.internal.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path below which clients see an application. */
class BasePathTest {
    private static final BasePath APP = BasePath.of("/app");

    private static Request request(String path) {
        return Request.builder("GET", path).query("a=1").build();
    }

    @ParameterizedTest
    @CsvSource({"/app/, /", "/app/a/b, /a/b", "/app//a, //a", "/app, /app", "/apple, /apple", "/a, /a", "*, *"})
    void isRemovedFromThePathsBelowIt(String received, String path) {
        Request request = APP.enter(request(received));

        assertEquals(path, request.path());
        assertEquals("/app", request.basePath());
        assertEquals("a=1", request.query());
        assertEquals("/app", request.snapshot().basePath());
    }

    @ParameterizedTest
    @CsvSource({"/app/, false", "/app/a, false", "*, false", "/apple, true", "/, true", "/App/a, true", "/%61pp/a, true"
    })
    void excludesOtherPaths(String received, boolean isExcluded) {
        assertEquals(isExcluded, APP.excludes(request(received)));
    }

    @Test
    void leadsFromItselfToTheRootOfTheApplication() {
        Response redirection = Objects.requireNonNull(APP.redirection(request("/app")));

        assertEquals(Status.PERMANENT_REDIRECT, redirection.status());
        assertEquals("/app/?a=1", APP.leave(redirection).header("Location").orElseThrow());
        assertNull(APP.redirection(request("/app/")));
    }

    @ParameterizedTest
    @CsvSource({
        "Location, /, /app/",
        "Location, /a?b=/c, /app/a?b=/c",
        "content-location, /a, /app/a",
        "Location, //other.example/a, //other.example/a",
        "Location, https://other.example/a, https://other.example/a",
        "Location, a/b, a/b",
        "Set-Cookie, a=1; Path=/; HttpOnly, a=1; Path=/app; HttpOnly",
        "Set-Cookie, a=1; HttpOnly; path=/shop, a=1; HttpOnly; path=/app/shop",
        "Set-Cookie, a=1; HttpOnly, a=1; HttpOnly",
        "Set-Cookie, __Host-a=1; Path=/; Secure, __Host-a=1; Path=/; Secure",
        "X-Path, /a, /a",
    })
    void isInTheFieldsOfResponses(String name, String value, String seen) {
        assertEquals(
                seen,
                APP.leave(Response.text("").header(name, value)).header(name).orElseThrow());
    }

    @Test
    void changesNothingIfItIsTheRoot() {
        Request request = request("/a");
        Response response = Response.seeOther("/b");

        assertSame(request, BasePath.ROOT.enter(request));
        assertSame(response, BasePath.ROOT.leave(response));
        assertNull(BasePath.ROOT.redirection(request("")));
        assertSame(BasePath.ROOT, BasePath.of(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "app",
                "/app/",
                "//app",
                "/a//b",
                "/a/../b",
                "/.",
                "/a b",
                "/%61pp",
                "/a?b",
                "https://a.example/app"
            })
    void rejectsOtherTexts(String text) {
        assertThrows(IllegalArgumentException.class, () -> BasePath.of(text));
    }

    @Test
    void hasSeveralSegments() {
        assertEquals(
                "/b",
                BasePath.of("/my.site/v1..2").enter(request("/my.site/v1..2/b")).path());
    }
}

package io.jetalyst.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.EntityTag;
import io.jetalyst.http.Flash;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.Headers;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlashCookieTest {
    private static final String SAVED = Flash.of("Saved.").encode();

    private static RequestContext context(String scheme, String cookie) {
        return context("GET", scheme, cookie);
    }

    private static RequestContext context(String method, String scheme, String cookie) {
        return new RequestContext(
                Request.builder(method, "/")
                        .scheme(scheme)
                        .headers(Headers.of(Map.of("Cookie", List.of(cookie))))
                        .build(),
                null);
    }

    private static List<String> cookies(Response response) {
        return response.headers().stream()
                .filter(field -> field.name().equals("Set-Cookie"))
                .map(HeaderField::value)
                .toList();
    }

    @Test
    void removesTheMessagesThatWereRead() {
        RequestContext context = context("http", "a=1; jetalyst-flash=" + SAVED);

        assertEquals(Flash.of("Saved."), context.flash());
        assertSame(context.flash(), context.flash());

        Response response =
                context.withoutFlash(Response.text("x").etag(EntityTag.of("1")).header("Cache-Control", "max-age=60"));
        assertEquals(
                List.of("jetalyst-flash=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly;"
                        + " SameSite=Lax"),
                cookies(response));
        assertEquals(Optional.of("no-store"), response.header("Cache-Control"));
        assertEquals(Optional.empty(), response.header("ETag"));
    }

    @Test
    void keepsTheMessagesThatNobodyRead() {
        Response response = Response.text("x");

        assertSame(response, context("http", "jetalyst-flash=" + SAVED).withoutFlash(response));
    }

    @Test
    void keepsTheMessagesThatHeadRequestReads() {
        RequestContext context = context("HEAD", "http", "jetalyst-flash=" + SAVED);
        context.flash();

        Response response = context.withoutFlash(Response.text("x").etag(EntityTag.of("1")));
        assertEquals(List.of(), cookies(response));
        assertEquals(Optional.of("no-store"), response.header("Cache-Control"));
        assertEquals(Optional.empty(), response.header("ETag"));
    }

    @Test
    void keepsTheMessagesThatTheResponseSets() {
        RequestContext context = context("http", "jetalyst-flash=" + SAVED);
        context.flash();

        assertEquals(
                List.of("jetalyst-flash=" + Flash.of("next").encode() + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"),
                cookies(context.withoutFlash(Response.seeOther("/").flash("next"))));
    }

    @Test
    void acceptsOverHttpsOnlyTheCookieThatNoOtherHostCanSet() {
        assertTrue(context("https", "jetalyst-flash=" + SAVED).flash().isEmpty());

        RequestContext context = context("https", "__Host-jetalyst-flash=" + SAVED);
        assertEquals(Flash.of("Saved."), context.flash());
        assertEquals(
                List.of("__Host-jetalyst-flash=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly;"
                        + " SameSite=Lax; Secure"),
                cookies(SecureCookies.of(context.request(), context.withoutFlash(Response.text("x")))));
    }
}

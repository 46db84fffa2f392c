package io.jetalyst.internal.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.config.StartupException;
import io.jetalyst.http.HeaderField;
import io.jetalyst.http.MediaType;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.route.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {
    private static final String DEFAULT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final SecurityHeaders headers = new SecurityHeaders(HeaderOptions.defaults(), List.of());

    private static Request get() {
        return Request.builder("GET", "/").build();
    }

    private Response complete(Response response) {
        return headers.complete(get(), null, response);
    }

    @Test
    void addsAllFieldsToPage() {
        assertEquals(
                List.of(
                        new HeaderField("Content-Type", MediaType.TEXT_HTML),
                        new HeaderField("Cache-Control", "no-store"),
                        new HeaderField("X-Content-Type-Options", "nosniff"),
                        new HeaderField("Cross-Origin-Resource-Policy", "same-origin"),
                        new HeaderField("Content-Security-Policy", DEFAULT),
                        new HeaderField("Referrer-Policy", "same-origin"),
                        new HeaderField("Cross-Origin-Opener-Policy", "same-origin"),
                        new HeaderField("Permissions-Policy", HeaderOptions.PERMISSIONS)),
                complete(Response.html("<p>")).headers());
    }

    @Test
    void addsFewFieldsToOtherContent() {
        assertEquals(
                List.of(
                        new HeaderField("Content-Type", "application/json"),
                        new HeaderField("Cache-Control", "no-store"),
                        new HeaderField("X-Content-Type-Options", "nosniff"),
                        new HeaderField("Cross-Origin-Resource-Policy", "same-origin")),
                complete(Response.bytes("application/json", new byte[0])).headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xhtml+xml",
                "image/svg+xml",
                "IMAGE/SVG+XML; charset=utf-8",
                "text/xml",
                "text/xsl",
                "application/xml;charset=utf-8",
                "application/atom+xml"
            })
    void treatsXmlAsPage(String type) {
        assertEquals(
                Optional.of(DEFAULT),
                complete(Response.bytes(type, new byte[0])).header("Content-Security-Policy"));
    }

    /** A browser takes the last media type of the field, and an application may send one that a client has chosen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png,text/html",
                "image/png;x=y , Image/SVG+xml;charset=utf-8",
                "image/png, text/html, text/nothing-that-a-browser-knows"
            })
    void treatsSeveralTypesWithOnePageAsPage(String types) {
        assertEquals(
                Optional.of(DEFAULT),
                complete(Response.bytes(types, new byte[0])).header("Content-Security-Policy"));
    }

    @Test
    void treatsPageInASecondFieldAsPage() {
        assertEquals(
                Optional.of(DEFAULT),
                complete(Response.bytes("image/png", new byte[0]).addHeader("Content-Type", "text/html"))
                        .header("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "application/json", "text/xml-external", "x", "xml"})
    void sendsNoPolicyWithContentThatRunsNoScript(String type) {
        assertEquals(
                Optional.empty(), complete(Response.bytes(type, new byte[0])).header("Content-Security-Policy"));
    }

    @Test
    void keepsFieldsOfTheResponse() {
        Response response = complete(Response.html("<p>")
                .header("content-security-policy", "default-src 'none'")
                .header("Cache-Control", "max-age=5"));
        assertEquals(
                1,
                response.headers().stream()
                        .filter(field -> field.name().equalsIgnoreCase("Content-Security-Policy"))
                        .count());
        assertEquals(Optional.of("default-src 'none'"), response.header("Content-Security-Policy"));
        assertEquals(Optional.of("max-age=5"), response.header("Cache-Control"));
    }

    @Test
    void makesNoListForEachResponse() {
        complete(Response.html("<p>"));
        assertSame(
                complete(Response.html("<p>")).headers().get(4),
                complete(Response.html("<b>")).headers().get(4));
    }

    @Test
    void addsNonceThatTheRequestHas() {
        Request request = get();
        String nonce = request.nonce();
        assertEquals(nonce, request.nonce());
        assertTrue(nonce.matches("[A-Za-z0-9_-]{24}"), nonce);
        assertNotEquals(nonce, get().nonce());
        Response response = headers.complete(request, null, Response.html("<script nonce=" + nonce + ">"));
        assertEquals(
                Optional.of(
                        DEFAULT + "; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce + "'"),
                response.header("Content-Security-Policy"));
        assertEquals(
                Optional.of(DEFAULT),
                headers.complete(get(), null, Response.html("<p>")).header("Content-Security-Policy"));
    }

    @Test
    void keepsNonceOutOfCaches() {
        for (Response page : List.of(
                Response.html("<p>"),
                Response.html("<p>").header("Cache-Control", "public, max-age=600"),
                Response.html("<p>").header("Cache-Control", "private, max-age=600"),
                Response.html("<p>").lastModified(Instant.EPOCH).header("Cache-Control", "max-age=600"))) {
            Request request = get();
            request.nonce();
            assertEquals(
                    Optional.of("no-store"),
                    headers.complete(request, null, page).header("Cache-Control"));
        }
        Request request = get();
        request.nonce();
        assertEquals(
                Optional.of("private, no-store"),
                headers.complete(request, null, Response.html("<p>").header("Cache-Control", "private, no-store"))
                        .header("Cache-Control"));
    }

    @Test
    void keepsPolicyOfResponseWithNonce() {
        Request request = get();
        request.nonce();
        assertEquals(
                Optional.of("default-src 'none'"),
                headers.complete(
                                request,
                                null,
                                Response.html("<p>").header("Content-Security-Policy", "default-src 'none'"))
                        .header("Content-Security-Policy"));
    }

    @Test
    void mergesPolicyOfRoute() {
        Route route = Route.get("/", "Map.show").contentSecurityPolicy("frame-ancestors https://partner.example");
        Route other = Route.get("/other", "Map.other");
        SecurityHeaders routed = new SecurityHeaders(HeaderOptions.defaults().reportTo("/r"), List.of(route, other));
        assertEquals(
                Optional.of(
                        DEFAULT.replace("ancestors 'none'", "ancestors https://partner.example") + "; report-uri /r"),
                routed.complete(get(), route, Response.html("<p>")).header("Content-Security-Policy"));
        assertEquals(
                Optional.of(DEFAULT + "; report-uri /r"),
                routed.complete(get(), other, Response.html("<p>")).header("Content-Security-Policy"));
    }

    @Test
    void doesNotStartWithMalformedPolicyOfRoute() {
        Route route = Route.get("/", "Map.show").contentSecurityPolicy("img-scr *");
        assertEquals(
                "The policy of GET / (Map.show) is malformed: There is no directive img-scr (CSP 3 §6).",
                assertThrows(
                                StartupException.class,
                                () -> new SecurityHeaders(HeaderOptions.defaults(), List.of(route)))
                        .getMessage());
    }
}

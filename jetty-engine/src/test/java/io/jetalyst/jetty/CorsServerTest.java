package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.engine.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of pages of other origins, over HTTP/1.1 and HTTP/2. */
@Timeout(60)
class CorsServerTest extends CorsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /orders, 200",
        "HEAD, /orders, 200",
        "POST, /orders, 405",
        "GET, /failing, 500",
        "GET, /problem, 404",
        "GET, /deferred, 200",
        "GET, /late, 500",
        "PUT, /orders, 200",
    })
    void letsPermittedPageReadEachResponse(String method, String path, int status) throws Exception {
        start();
        for (boolean http2 : new boolean[] {false, true}) {
            Answer answer = send(http2, method, path, "origin", PAGE, "cookie", "a=b", "sec-fetch-site", "cross-site");

            assertEquals(status, answer.status());
            assertEquals(List.of(PAGE), answer.headers().get(ALLOW_ORIGIN));
            assertEquals("true", answer.header("access-control-allow-credentials"));
            assertEquals("ETag", answer.header("access-control-expose-headers"));
            assertTrue(varies(answer), answer.headers().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "https://app.example, https://evil.example", ""})
    void letsNoOtherPageReadAndVariesForCaches(String origin) throws Exception {
        start();
        for (String path : List.of("/orders", "/failing", "/deferred")) {
            Answer answer = origin.isEmpty() ? send(false, "GET", path) : send(false, "GET", path, "origin", origin);
            assertEquals(List.of(), allowing(answer));
            assertTrue(varies(answer), answer.headers().toString());
        }
        assertEquals(List.of(), allowing(send(false, "GET", "/private", "origin", PAGE)));
    }

    @Test
    void letsPageReadResponsesOfFiltersAndConditions() throws Exception {
        start();
        Answer refused = send(false, "GET", "/orders", "origin", PAGE, "x-refused", "1");
        assertEquals(401, refused.status());
        assertEquals(List.of(PAGE), refused.headers().get(ALLOW_ORIGIN));

        Answer notModified = send(false, "GET", "/orders", "origin", PAGE, "if-none-match", "\"v1\"");
        assertEquals(304, notModified.status());
        assertEquals(List.of(PAGE), notModified.headers().get(ALLOW_ORIGIN));
        assertTrue(varies(notModified), notModified.headers().toString());
    }

    @Test
    void sendsStarToAllWithoutVarying() throws Exception {
        start();
        for (String[] fields : new String[][] {{}, {"origin", "https://any.example"}, {"origin", "null"}}) {
            Answer answer = send(false, "GET", "/public", fields);
            assertEquals(List.of("*"), answer.headers().get(ALLOW_ORIGIN));
            assertFalse(answer.headers().containsKey("access-control-allow-credentials"));
            assertFalse(varies(answer));
        }
        assertEquals("*", preflight(false, "/public", "null", "POST").header(ALLOW_ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /orders, https://app.example, cookie, 200",
        "PUT, /orders, https://evil.example, accept, 403",
        "DELETE, /orders, https://app.example, accept, 403",
        "POST, /public, https://any.example, accept, 200",
        "POST, /public, null, accept, 200",
        "POST, /public, https://any.example, cookie, 403",
        "POST, /public, https://any.example, authorization, 403",
    })
    void letsPermittedPageChangeSomething(String method, String path, String origin, String field, int status)
            throws Exception {
        start();
        for (String site : List.of("cross-site", "same-site")) {
            assertEquals(
                    status,
                    send(false, method, path, "origin", origin, "sec-fetch-site", site, field, "a=b")
                            .status());
        }
        assertEquals(
                status, send(true, method, path, "origin", origin, field, "a=b").status());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /visit, https://any.example, same-site, cors, false",
        "GET, /visit, https://any.example, cross-site, cors, false",
        "GET, /visit, https://any.example, '', '', false",
        "GET, /visit, null, '', '', false",
        "GET, /visit, '', '', '', true",
        "GET, /visit, '', none, navigate, true",
        "GET, /visit, OWN, same-origin, cors, true",
        "GET, /visit, OWN, '', '', true",
        "POST, /visit, https://app.example, same-site, cors, false",
        "POST, /visit, OWN, same-origin, cors, true",
        "PUT, /visit, https://app.example, same-site, cors, true",
        "POST, /callback, https://login.example, cross-site, navigate, true",
        "POST, /callback, https://any.example, same-site, cors, false",
    })
    void sendsCookieToPageOfAnotherOriginOnlyWithCredentials(
            String method, String path, String origin, String site, String mode, boolean expected) throws Exception {
        start();
        List<String> fields = new ArrayList<>();
        String[][] all = {
            {"origin", origin.replace("OWN", "http://localhost")}, {"sec-fetch-site", site}, {"sec-fetch-mode", mode}
        };
        for (String[] field : all) {
            if (!field[1].isEmpty()) {
                fields.addAll(List.of(field));
            }
        }
        Answer answer = send(false, method, path, fields.toArray(String[]::new));
        assertEquals(200, answer.status());
        assertEquals(expected, answer.headers().containsKey("set-cookie"));
        assertTrue(varies(answer), answer.headers().toString());
    }

    /** The browser keeps the cookie of a response that it loads as a page, such as that of a login. */
    @ParameterizedTest
    @CsvSource({
        "navigate, application/x-www-form-urlencoded, 403",
        "no-cors, text/plain, 403",
        "cors, application/x-www-form-urlencoded, 200",
        "'', application/x-www-form-urlencoded, 403",
        "'', Multipart/Form-Data; boundary=a, 403",
        "'', text/plain;charset=UTF-8, 403",
        "'', application/json, 200",
    })
    void letsNoFormOfAnyPageChangeSomething(String mode, String type, int status) throws Exception {
        start();
        String origin = "https://any.example";
        Answer answer = mode.isEmpty()
                ? send(false, "POST", "/public", "origin", origin, "content-type", type)
                : send(
                        false,
                        "POST",
                        "/public",
                        "origin",
                        origin,
                        "content-type",
                        type,
                        "sec-fetch-site",
                        "cross-site",
                        "sec-fetch-mode",
                        mode);
        assertEquals(status, answer.status());
    }

    @Test
    void appliesSettingsToRoutesWithoutRuleAndToErrors() throws Exception {
        start(
                "--server.cors.origins=https://other.example",
                "--server.cors.exposed=X-Total",
                "--server.cors.max-age=1m");
        for (String path : List.of("/private", "/nowhere", "/a;b")) {
            Answer answer = send(false, "GET", path, "origin", "https://other.example");
            assertEquals("https://other.example", answer.header(ALLOW_ORIGIN), path);
            assertEquals("X-Total", answer.header("access-control-expose-headers"));
            assertFalse(answer.headers().containsKey("access-control-allow-credentials"));
        }
        assertEquals(List.of(), allowing(send(false, "GET", "/orders", "origin", "https://other.example")));
        Answer preflight = preflight(false, "/private", "https://other.example", "GET");
        assertEquals("GET, HEAD", preflight.header("access-control-allow-methods"));
        assertEquals("60", preflight.header("access-control-max-age"));
        assertEquals(
                "DELETE",
                preflight(false, "/orders", "https://other.example", "DELETE").header("access-control-allow-methods"));
    }

    @Test
    void keepsFieldThatTheResponseHas() throws Exception {
        start();
        Answer answer = send(false, "GET", "/own", "origin", PAGE);
        assertEquals(List.of("https://own.example"), answer.headers().get(ALLOW_ORIGIN));
    }

    @Test
    void opensNoSocketToPermittedOrigins() throws Exception {
        start("--server.cors.origins=https://other.example");
        assertEquals(
                403,
                send(
                                false,
                                "GET",
                                "/socket",
                                "origin",
                                "https://other.example",
                                "connection",
                                "upgrade",
                                "upgrade",
                                "websocket",
                                "sec-websocket-version",
                                "13",
                                "sec-websocket-key",
                                "AAAAAAAAAAAAAAAAAAAAAA==")
                        .status());
    }
}

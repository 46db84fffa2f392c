package io.jetalyst.jetty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.contract.engine.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Preflight requests of pages of other origins, over HTTP/1.1 and HTTP/2. */
@Timeout(60)
class CorsPreflightTest extends CorsTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersPreflightWithTheMethodsThatPermitTheOrigin(boolean http2) throws Exception {
        start();
        Answer answer = preflight(
                http2,
                "/orders",
                PAGE,
                "PUT",
                "access-control-request-headers",
                "content-type,x-token",
                "x-refused",
                "1");

        assertEquals(204, answer.status());
        assertEquals(List.of(PAGE), answer.headers().get(ALLOW_ORIGIN));
        assertEquals("GET, HEAD, PUT", answer.header("access-control-allow-methods"));
        assertEquals("Content-Type, X-Token", answer.header("access-control-allow-headers"));
        assertEquals("true", answer.header("access-control-allow-credentials"));
        assertEquals("600", answer.header("access-control-max-age"));
        assertTrue(answer.header("vary").startsWith("Origin, Access-Control-Request-Method"), answer.header("vary"));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, https://evil.example, PUT, ''",
        "/orders, null, PUT, ''",
        "/orders, https://app.example.evil.example, PUT, ''",
        "/orders, HTTPS://APP.EXAMPLE, PUT, ''",
        "/orders, https://app.example:443, PUT, ''",
        "/orders, https://app.example, DELETE, ''",
        "/orders, https://app.example, POST, ''",
        "/orders, https://app.example, TRACE, ''",
        "/orders, https://app.example, put, ''",
        "/orders, https://app.example, PUT, x-other",
        "/orders, https://app.example, PUT, 'content-type, x-other'",
    })
    void deniesOtherPreflights(String path, String origin, String method, String names) throws Exception {
        start();
        for (boolean http2 : new boolean[] {false, true}) {
            Answer answer = names.isEmpty()
                    ? preflight(http2, path, origin, method)
                    : preflight(http2, path, origin, method, "access-control-request-headers", names);

            assertEquals(403, answer.status());
            assertEquals(List.of(), allowing(answer));
            assertTrue(answer.header("vary").contains("Origin"), answer.header("vary"));
            assertFalse(answer.text().contains("X-Token"), answer.text());
        }
    }

    @Test
    void deniesRequestsFromPublicNetworksToPrivateOnes() throws Exception {
        start();
        Answer answer = preflight(false, "/orders", PAGE, "PUT", "access-control-request-private-network", "true");
        assertEquals(403, answer.status());
        assertEquals(List.of(), allowing(answer));
    }

    @Test
    void saysInDevModeWhyPreflightIsDenied() throws Exception {
        start("--mode=dev");
        Answer answer = preflight(false, "/orders", PAGE, "DELETE");
        assertTrue(
                answer.text().contains("this path permits [GET, HEAD, PUT] to this origin, not DELETE"), answer.text());
    }

    @Test
    void answersOptionsOfPathsWithoutRuleAsBefore() throws Exception {
        start();
        Answer answer = preflight(false, "/private", PAGE, "GET");
        assertEquals(204, answer.status());
        assertEquals("GET, HEAD, OPTIONS", answer.header("allow"));
        assertEquals(List.of(), allowing(answer));
        assertEquals(404, preflight(false, "/nowhere", PAGE, "GET").status());
    }

    @Test
    void permitsPathsBelowTheBasePathOnly() throws Exception {
        start("--server.base-path=/app");
        assertEquals(204, preflight(false, "/app/orders", PAGE, "PUT").status());
        Answer outside = preflight(false, "/orders", PAGE, "PUT");
        assertEquals(404, outside.status());
        assertEquals(List.of(), allowing(outside));
    }
}

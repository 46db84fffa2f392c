package io.jetalyst.testkit.tests.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.App;
import io.jetalyst.testkit.TestApp;
import io.jetalyst.testkit.TestHttp;
import io.jetalyst.testkit.TestResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages with a nonce, and the caches that could show them again. */
class NonceTest {
    @RegisterExtension
    static final TestApp APP = TestApp.of(
            args -> App.builder().args(args).mount(new MapController_Routes()).build(), "--server.compression=gzip");

    @Test
    void sendsPageWithNewNonceToClientThatHasThisVersion(TestHttp http) {
        String first = nonce(http.get("/own/versioned").expect(200));
        for (List<String> condition : List.of(
                List.of("If-None-Match", "\"v1\""),
                List.of("If-None-Match", "*"),
                List.of("If-Modified-Since", "Sun, 29 Nov 2026 00:00:00 GMT"),
                List.of("If-None-Match", "\"v1--gzip\"", "Accept-Encoding", "gzip"))) {
            TestResponse again =
                    http.get("/own/versioned", condition.toArray(String[]::new)).expect(200);
            assertTrue(
                    again.header("Content-Security-Policy").contains("'nonce-"),
                    again.header("Content-Security-Policy"));
        }
        assertNotEquals(
                first,
                nonce(http.get("/own/versioned", "If-None-Match", "\"v1\"").expect(200)));
    }

    @Test
    void letsNoCacheKeepPageWithNonce(TestHttp http) {
        TestResponse page = http.get("/own/versioned").expect(200);
        assertEquals("no-store", page.header("Cache-Control"));
        for (String name : List.of("ETag", "Last-Modified", "Accept-Ranges", "Age", "Expires")) {
            assertEquals(Optional.empty(), page.headers().firstValue(name), name);
        }
    }

    /** The nonce in the page, which is that of the policy. */
    private static String nonce(TestResponse page) {
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(page.body());
        assertTrue(nonce.find(), page.body());
        assertTrue(page.header("Content-Security-Policy").contains("'nonce-" + nonce.group(1) + "'"), page.body());
        return nonce.group(1);
    }
}

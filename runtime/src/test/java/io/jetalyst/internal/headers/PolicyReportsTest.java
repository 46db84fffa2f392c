package io.jetalyst.internal.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Request;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReportsTest {
    /** As Chromium sends it. */
    private static final String INLINE = """
            {"csp-report":{"document-uri":"http://127.0.0.1:8080/map?token=x","referrer":"","violated-directive":"script-src-elem",
            "effective-directive":"script-src-elem","original-policy":"default-src 'self'","disposition":"enforce",
            "blocked-uri":"inline","line-number":7,"source-file":"http://127.0.0.1:8080/map?token=x","status-code":200,"script-sample":""}}
            """;

    @Test
    void namesPageLineAndDirective() {
        assertEquals(
                "A browser blocked a script in the page on the page /map, line 7 of /map, because of the directive script-src-elem of"
                        + " its Content-Security-Policy. See docs/security.md#my-inline-script-is-blocked.",
                PolicyReports.line(INLINE));
        assertEquals(
                "A browser blocked https://tiles.example/1.png on the page /, because of the directive img-src of its"
                        + " Content-Security-Policy. See docs/security.md#content-security-policy-and-nonces.",
                PolicyReports.line("{\"document-uri\": \"http://localhost\", \"effective-directive\":\"img-src\","
                        + "\"blocked-uri\" : \"https:\\/\\/tiles.example/1.png\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "\"blocked-uri\"",
                "\"blocked-uri\":",
                "\"blocked-uri\":\"",
                "\"blocked-uri\":\"\\",
                "\"blocked-uri\":\"\n2026 ERROR forged \u001b[31m\"",
                "\"document-uri\":\"::not a URI::\"",
                "\"line-number\":-1",
            })
    void makesOneLineOfAnyText(String report) {
        String line = PolicyReports.line(report);
        assertTrue(line.startsWith("A browser blocked "), line);
        assertFalse(line.contains("\n") || line.contains("\u001b"), line);
    }

    @Test
    void boundsTheLine() {
        assertTrue(PolicyReports.line("\"blocked-uri\":\"" + "a".repeat(16_000)).length() < 500);
    }

    @Test
    void takesPostRequestsOfItsPathOnly() {
        assertTrue(
                PolicyReports.isFor(Request.builder("POST", PolicyReports.PATH).build()));
        assertFalse(
                PolicyReports.isFor(Request.builder("GET", PolicyReports.PATH).build()));
        assertFalse(PolicyReports.isFor(Request.builder("POST", "/").build()));
    }

    @Test
    void limitsTheLines() {
        AtomicLong clock = new AtomicLong();
        PolicyReports reports = new PolicyReports(clock::get);
        assertTrue(reports.admits("line 0"));
        assertFalse(reports.admits("line 0"));
        for (int i = 1; i < 50; i++) {
            assertTrue(reports.admits("line " + i));
        }
        assertFalse(reports.admits("line 50"));
        clock.set(10_000_000_000L);
        assertTrue(reports.admits("line 0"));
        assertTrue(reports.admits("line 50"));
    }
}

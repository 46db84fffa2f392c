package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {
    private static final Instant MODIFIED = Instant.parse("2026-03-01T12:00:00.900Z");
    private static final String BEFORE = "Sun, 01 Mar 2026 11:59:59 GMT";
    private static final String SAME = "Sun, 01 Mar 2026 12:00:00 GMT";
    private static final String AFTER = "Sun, 01 Mar 2026 12:00:01 GMT";

    /** The version has the tag "v2" and was modified at SAME. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | If-None-Match: \"v2\" | NOT_MODIFIED",
                "HEAD | If-None-Match: \"v2\" | NOT_MODIFIED",
                "GET | If-None-Match: W/\"v2\" | NOT_MODIFIED",
                "GET | If-None-Match: \"v1\", \"v2\" | NOT_MODIFIED",
                "GET | If-None-Match: * | NOT_MODIFIED",
                "GET | If-None-Match: \"v1\" | PROCEED",
                "GET | If-None-Match: v2 | PROCEED",
                "PUT | If-None-Match: \"v2\" | FAILED",
                "PUT | If-None-Match: * | FAILED",
                "PUT | If-None-Match: \"v1\" | PROCEED",
                "PUT | If-Match: \"v2\" | PROCEED",
                "PUT | If-Match: \"v1\", \"v2\" | PROCEED",
                "PUT | If-Match: * | PROCEED",
                "PUT | If-Match: W/\"v2\" | FAILED",
                "PUT | If-Match: \"v1\" | FAILED",
                "PUT | If-Match: | FAILED",
                "GET | If-Match: \"v1\" | FAILED",
                "GET | If-Modified-Since: SAME | NOT_MODIFIED",
                "GET | If-Modified-Since: AFTER | NOT_MODIFIED",
                "GET | If-Modified-Since: BEFORE | PROCEED",
                "GET | If-Modified-Since: nonsense | PROCEED",
                "PUT | If-Modified-Since: SAME | PROCEED",
                "PUT | If-Unmodified-Since: SAME | PROCEED",
                "PUT | If-Unmodified-Since: AFTER | PROCEED",
                "PUT | If-Unmodified-Since: BEFORE | FAILED",
                "PUT | If-Unmodified-Since: nonsense | PROCEED",
                "GET | If-None-Match: \"v1\"; If-Modified-Since: AFTER | PROCEED",
                "GET | If-None-Match: \"v2\"; If-Modified-Since: BEFORE | NOT_MODIFIED",
                "PUT | If-Match: \"v2\"; If-Unmodified-Since: BEFORE | PROCEED",
                "PUT | If-Match: \"v1\"; If-Unmodified-Since: AFTER | FAILED",
                "GET | If-Match: \"v2\"; If-None-Match: \"v2\" | NOT_MODIFIED",
                "GET | If-Match: \"v1\"; If-None-Match: \"v2\" | FAILED",
                "GET | If-Unmodified-Since: BEFORE; If-None-Match: \"v2\" | FAILED",
                "GET | X: 1 | PROCEED",
            })
    void evaluatesInTheOrderOfTheRfc(String method, String fields, Preconditions.Outcome outcome) {
        assertEquals(
                outcome,
                preconditions(method, fields).evaluate(Optional.of(EntityTag.of("v2")), Optional.of(MODIFIED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | If-Match: * | PROCEED",
                "PUT | If-Match: \"v2\" | FAILED",
                "GET | If-None-Match: * | NOT_MODIFIED",
                "GET | If-None-Match: \"v2\" | PROCEED",
            })
    void comparesVersionWithoutATag(String method, String fields, Preconditions.Outcome outcome) {
        assertEquals(outcome, preconditions(method, fields).evaluate(Optional.empty(), Optional.of(MODIFIED)));
    }

    @Test
    void requiresTheCurrentVersion() {
        EntityTag current = EntityTag.of("v2");

        assertDoesNotThrow(() -> preconditions("PUT", "X: 1").require(current));
        assertDoesNotThrow(() -> preconditions("PUT", "If-Match: \"v2\"").requireIfMatch(current));
        assertStatus(412, () -> preconditions("PUT", "If-Match: \"v1\"").require(current));
        assertStatus(412, () -> preconditions("PUT", "If-Match: \"v1\"").requireIfMatch(current));
        assertStatus(412, () -> preconditions("PUT", "If-None-Match: *").require(current));
        assertStatus(
                412, () -> preconditions("PUT", "If-Unmodified-Since: BEFORE").require(MODIFIED));
        assertStatus(428, () -> preconditions("PUT", "X: 1").requireIfMatch(current));
        assertDoesNotThrow(() -> preconditions("PUT", "If-None-Match: *").requireAbsent());
        assertStatus(412, () -> preconditions("PUT", "If-Match: *").requireAbsent());
    }

    private static void assertStatus(int status, Executable call) {
        assertEquals(status, assertThrows(HttpProblem.class, call).status().code());
    }

    private static Preconditions preconditions(String method, String fields) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String field : fields.split("; ")) {
            String value = field.substring(field.indexOf(':') + 1)
                    .strip()
                    .replace("SAME", SAME)
                    .replace("BEFORE", BEFORE)
                    .replace("AFTER", AFTER);
            headers.put(field.substring(0, field.indexOf(':')), List.of(value));
        }
        return Preconditions.of(
                Request.builder(method, "/").headers(Headers.of(headers)).build());
    }
}

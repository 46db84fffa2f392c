package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class HttpProblemTest {
    private final HttpProblem problem =
            HttpProblem.of(Status.SERVICE_UNAVAILABLE, "Try again later.").header("Retry-After", "5");

    @Test
    void replacesFieldsOfTheSameNameAsAResponseDoes() {
        assertEquals(
                List.of(new HeaderField("retry-after", "60")),
                problem.header("retry-after", "60").headers());
    }

    @Test
    void addsFieldsBesideThoseOfTheSameName() {
        HttpProblem unauthorized =
                problem.addHeader("WWW-Authenticate", "Basic").addHeader("WWW-Authenticate", "Bearer");

        assertEquals(
                List.of(
                        new HeaderField("Retry-After", "5"),
                        new HeaderField("WWW-Authenticate", "Basic"),
                        new HeaderField("WWW-Authenticate", "Bearer")),
                unauthorized.headers());
    }

    @Test
    void rejectsFieldsThatSplitTheHeader() {
        assertThrows(IllegalArgumentException.class, () -> problem.header("X-Reason", "a\r\nSet-Cookie: b=c"));
        assertThrows(IllegalArgumentException.class, () -> problem.addHeader("X-Reason", "a\nb"));
    }
}

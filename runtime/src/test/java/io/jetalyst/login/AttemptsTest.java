package io.jetalyst.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jetalyst.http.HeaderField;
import io.jetalyst.http.HttpProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Attempts attempts = new Attempts(1, Duration.ofSeconds(30), nanos::get);

    @Test
    void answers429UntilTheKeyHasAnAttemptAgain() {
        attempts.require("ada", "Too many.");
        HttpProblem problem = assertThrows(HttpProblem.class, () -> attempts.require("ada", "Too many."));
        assertEquals(429, problem.status().code());
        assertEquals(List.of(new HeaderField("Retry-After", "30")), problem.headers());
        attempts.require("bob", "Too many.");

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        attempts.require("ada", "Too many.");
    }
}

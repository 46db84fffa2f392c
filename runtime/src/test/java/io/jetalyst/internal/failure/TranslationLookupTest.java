package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Request;
import io.jetalyst.http.Status;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lookup of a language may search every JAR file of the class path, and clients choose the languages. */
class TranslationLookupTest {
    private final ClassLoader own = Thread.currentThread().getContextClassLoader();
    private final AtomicInteger lookups = new AtomicInteger();

    @BeforeEach
    void countLookups() {
        Thread.currentThread().setContextClassLoader(new ClassLoader(own) {
            @Override
            public URL getResource(String name) {
                if (name.startsWith("jetalyst-messages_")) {
                    lookups.incrementAndGet();
                }
                return super.getResource(name);
            }
        });
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(own);
    }

    private static HttpProblem problem(int errors) {
        return HttpProblem.of(
                Status.BAD_REQUEST,
                IntStream.range(0, errors)
                        .mapToObj(
                                i -> InputError.atIndex("query", "page", i, InputError.TYPE, "must be a whole number"))
                        .toList());
    }

    private static Request request(String languages) {
        return Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept", List.of("text/plain"), "Accept-Language", List.of(languages))))
                .build();
    }

    @Test
    void looksUpALanguageOnceForAllMistakes() {
        Failures failures = new Failures(error -> Optional.empty(), false);
        failures.answer(problem(1_000), request("xx"));
        assertEquals(1, lookups.get());
        failures.answer(problem(1_000), request("xx"));
        assertEquals(1, lookups.get());
    }

    @Test
    void limitsTheLookupsOfOneRequest() {
        Failures failures = new Failures(error -> Optional.empty(), false);
        List<String> languages = IntStream.range(0, 100)
                .mapToObj(i -> "" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "q")
                .toList();
        failures.answer(problem(1_000), request(String.join(",", languages)));
        assertTrue(lookups.get() <= 20, () -> lookups + " lookups");
    }
}

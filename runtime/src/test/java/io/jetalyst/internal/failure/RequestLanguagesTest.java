package io.jetalyst.internal.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jetalyst.engine.Rejections;
import io.jetalyst.http.Headers;
import io.jetalyst.http.HttpProblem;
import io.jetalyst.http.InputError;
import io.jetalyst.http.Languages;
import io.jetalyst.http.Request;
import io.jetalyst.http.Response;
import io.jetalyst.http.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequestLanguagesTest {
    private static final List<Locale> AVAILABLE = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    /** A request of a browser that prefers German. */
    private static Request request() {
        return Request.builder("GET", "/x")
                .headers(Headers.of(Map.of("Accept-Language", List.of("de"), "Accept", List.of("text/html"))))
                .build();
    }

    private static Optional<Locale> best(Languages languages) {
        return new RequestLanguages(languages).of(request()).best(AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "fr, fr", "fr-CA, fr", "en-GB, en"})
    void takesTheLanguageThatTheApplicationChooses(String chosen, String expected) {
        assertEquals(
                Optional.of(expected),
                best(request -> Optional.of(Locale.forLanguageTag(chosen))).map(Locale::toLanguageTag));
    }

    static Stream<Languages> noLanguages() {
        return Stream.of(
                request -> Optional.empty(),
                request -> Optional.of(Locale.ROOT),
                request -> Optional.of(Locale.forLanguageTag("../../x")),
                request -> Optional.of(Locale.forLanguageTag("fr-x-" + "abcdefgh-".repeat(100) + "a")),
                request -> {
                    throw new IllegalStateException("the language cannot be chosen");
                },
                request -> {
                    throw new StackOverflowError();
                },
                request -> null);
    }

    @ParameterizedTest
    @MethodSource("noLanguages")
    void takesThoseOfTheFieldIfTheApplicationChoosesNone(Languages languages) {
        assertEquals(Optional.of(Locale.GERMAN), best(languages));
    }

    @Test
    void hasNoOtherLanguageThanTheChosenOne() {
        assertEquals(Optional.empty(), best(request -> Optional.of(Locale.KOREAN)));
    }

    @Test
    void translatedResponsesDependOnCookies() {
        HttpProblem missing = HttpProblem.notFound("There is nothing here.");
        HttpProblem mistake = HttpProblem.of(
                Status.BAD_REQUEST, List.of(new InputError("query", "page", InputError.REQUIRED, "is missing")));
        assertEquals("Accept, Accept-Language, Cookie", vary(missing, request()));
        assertEquals("Accept", vary(missing, Request.builder("GET", "/x").build()));
        assertEquals(
                "Accept, Accept-Language, Cookie",
                vary(mistake, Request.builder("GET", "/x").build()));
    }

    private static String vary(HttpProblem problem, Request request) {
        Failures failures = new Failures(
                error -> Optional.empty(),
                name -> name,
                any -> false,
                new Rejections(),
                new RequestLanguages(Languages.fromCookie("lang", "en", "de")));
        Response response = failures.answer(problem, request);
        return response.headers().stream()
                .filter(field -> field.name().equalsIgnoreCase("Vary"))
                .map(field -> field.value())
                .findFirst()
                .orElse("");
    }
}

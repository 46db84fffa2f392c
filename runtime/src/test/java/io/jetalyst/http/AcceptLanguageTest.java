package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLanguageTest {
    private static final List<Locale> AVAILABLE =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("zh-TW"));

    private static String best(String field) {
        Request request = Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Accept-Language", List.of(field))))
                .build();
        return AcceptLanguage.of(request.headers())
                .best(AVAILABLE)
                .map(Locale::toLanguageTag)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT | de",
                "xx, de-AT;q=0.9, en;q=0.5 | de",
                "en;q=0.5, de;q=0.8 | de",
                "de;q=0, en;q=0.1 | en",
                "de;q=0 | none",
                "zh-TW | zh-TW",
                "fr | none",
                "de;q=x | none",
                ";;, | none",
            })
    void choosesTheLanguageThatTheClientPrefers(String field, String expected) {
        assertEquals(expected, best(field));
    }

    @Test
    void ignoresMissingAndLongFields() {
        assertEquals("none", best("de, ".repeat(200)));
        assertEquals(
                Optional.empty(),
                AcceptLanguage.of(Request.builder("GET", "/").build().headers()).best(AVAILABLE));
    }
}

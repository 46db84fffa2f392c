package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
    private final Languages languages = Languages.fromCookie("lang", "en", "de", "pt-BR");

    private static Request request(String cookie, String accepted) {
        return Request.builder("GET", "/")
                .headers(Headers.of(Map.of("Cookie", List.of(cookie), "Accept-Language", List.of(accepted))))
                .build();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lang=de | en | de",
                "lang=DE | en | de",
                "lang=en | de | en",
                "a=1; lang=pt-br | en | pt-BR",
                "lang=fr | de | de",
                "lang=de-AT | pt-BR | pt-BR",
                "lang=../../x | de-CH | de",
                "lang= | fr | en",
                "Lang=de | en | en",
                "lang=de; lang=en | en | de",
            })
    void choosesTheListedLanguageOfTheCookie(String cookie, String accepted, String expected) {
        assertEquals(
                Optional.of(expected), languages.of(request(cookie, accepted)).map(Locale::toLanguageTag));
    }

    @Test
    void choosesTheFirstLanguageWithoutAnyField() {
        assertEquals(
                Optional.of(Locale.ENGLISH),
                languages.of(Request.builder("GET", "/").build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "en_US", "de-", "xx-xxxxxxxxx", "x-private", "en-x-abcdefgh-abcdefgh-abcdefgh-abcdefgh"})
    void rejectsTagsThatNameNoLanguage(String tag) {
        assertThrows(IllegalArgumentException.class, () -> Languages.fromCookie("lang", "en", tag));
    }

    @Test
    void rejectsNamesOfNoCookieAndAnEmptyList() {
        assertThrows(IllegalArgumentException.class, () -> Languages.fromCookie("my lang", "en"));
        assertThrows(IllegalArgumentException.class, () -> Languages.fromCookie("lang"));
    }
}

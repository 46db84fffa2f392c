package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    /** The example of RFC 9110 §12.5.1. */
    @ParameterizedTest
    @CsvSource({
        "text/plain;format=flowed, 1",
        "text/plain, 0.7",
        "text/html, 0.3",
        "image/jpeg, 0.5",
        "text/plain;format=fixed, 0.4",
        "text/html;level=3, 0.3",
    })
    void usesTheMostSpecificRange(String mediaType, double quality) {
        Accept accept = accept(
                "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5");

        assertEquals(quality, accept.quality(mediaType));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | application/json",
                "APPLICATION/JSON | application/json",
                "text/csv;q=0.9, application/json;q=0.8 | text/csv",
                "*/* | application/json",
                "text/* | text/csv",
                "application/json;q=0, */* | text/csv",
                "*/*;q=0 | ",
                "*/*;q=0, text/csv | text/csv",
                "image/png | ",
                "nonsense | ",
                "*/csv | ",
                "text/csv;q=2 | ",
                "text/csv;q=0.0001 | ",
                "text/csv;q=-1 | ",
                "application/json;charset=UTF-8 | application/json",
                "application/json;version=2 | ",
                "text/csv;header=present | ",
                "text/csv;a=\"q=1,;\" | ",
                "image/png;a=\"x, text/csv\" | ",
                "text/csv;q=1;ext=1 | text/csv",
                ",, text/csv ,, | text/csv",
                " | application/json",
                ",  , | application/json",
            })
    void selectsTheBestOfTheOfferedTypes(String field, String best) {
        Optional<String> selected = accept(field == null ? "" : field).best(List.of("application/json", "text/csv"));

        assertEquals(Optional.ofNullable(best), selected);
    }

    @Test
    void acceptsEverythingWithoutTheField() {
        assertEquals(1, Accept.of(Headers.of(Map.of())).quality("text/csv"));
    }

    @Test
    void readsAllLines() {
        Accept accept = accept("image/png", "text/csv;q=0.5");

        assertEquals(0.5, accept.quality("text/csv"));
        assertEquals(2, accept.ranges().size());
    }

    @Test
    void readsNoMoreThanFiftyRanges() {
        Accept accept = accept("text/html;q=0.1,".repeat(10_000), "text/csv");

        assertEquals(50, accept.ranges().size());
        assertEquals(0, accept.quality("text/csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text/", "/html", "text/*", "*/*", "text/html/x", "te xt/html"})
    void rejectsOfferThatIsNoMediaType(String mediaType) {
        assertThrows(IllegalArgumentException.class, () -> accept("*/*").quality(mediaType));
    }

    private static Accept accept(String... lines) {
        return Accept.of(Headers.of(Map.of("Accept", List.of(lines))));
    }
}

package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a=1|1",
                "b=2; a=1|1",
                "a=1; a=2|1",
                "b=2;a=1;c|1",
                " a = 1 ; b=2|1",
                "a=\"x\"|x",
                "a=x=y=|x=y=",
                ";;=;a=1|1",
                "a=x y; a=2|2",
                "a=\"x; a=2|2",
                "a=x,y; a=2|2",
                "a=x\\y; a=2|2",
                "a=x\u00fc; a=2|2",
                "A=0; a=1|1",
                "$Version=1; a=1|1"
            })
    void findsFirstWellFormedCookie(String field, String value) {
        assertEquals(Optional.of(value), cookies(field).first("a"));
    }

    @Test
    void takesEmptyValue() {
        assertEquals(Optional.of(""), cookies("a=; b=1").first("a"));
        assertEquals(Optional.of(""), cookies("a=\"\"").first("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "b=1", "b=a=1", "=1", "a b=1", "ab=1", "a=\u0001", "a=\"", "a=\u007f"})
    void findsNone(String field) {
        assertEquals(Optional.empty(), cookies(field).first("a"));
    }

    @Test
    void readsAllLines() {
        assertEquals(Optional.of("2"), cookies("a=1", "b=2").first("b"));
        assertEquals(Optional.empty(), cookies().first("b"));
    }

    private static Cookies cookies(String... lines) {
        return new Cookies(Headers.of(Map.of("Cookie", List.of(lines))));
    }
}

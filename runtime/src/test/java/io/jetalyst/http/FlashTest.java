package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlashTest {
    @Test
    void keepsTextsOfAnyCharacters() {
        Flash flash =
                Flash.of("Grüße; <b>\"x\"</b>,\r\n 漢字 🎈").and("error", "").and("a.b=c", "1");

        Flash read = Flash.decode(flash.encode());

        assertEquals(flash, read);
        assertEquals(Optional.of("Grüße; <b>\"x\"</b>,\r\n 漢字 🎈"), read.text());
        assertEquals(Optional.of(""), read.text("error"));
        assertEquals(Optional.empty(), read.text("other"));
        assertEquals(Set.of("message", "error", "a.b=c"), read.names());
    }

    @Test
    void replacesMessageOfSameName() {
        assertEquals(Flash.of("second"), Flash.of("first").and("message", "second"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "YQ", "YQ.YQ.YQ", "YQ.!!", "YQ.gA", "=.=", "a=b"})
    void readsNoMessageFromOtherCookies(String cookie) {
        Flash read = Flash.decode(cookie);

        assertTrue(read.text().isEmpty());
        assertTrue(read.names().stream().allMatch(String::isEmpty));
    }

    @Test
    void rejectsTextThatIsTooLongForACookie() {
        assertThrows(
                IllegalArgumentException.class, () -> Flash.of("x".repeat(2300)).encode());
        assertEquals(
                Flash.of("x".repeat(2200)),
                Flash.decode(Flash.of("x".repeat(2200)).encode()));
        assertTrue(Flash.decode("YQ." + "A".repeat(4000)).isEmpty());
    }

    @Test
    void isACookieOfOneMinuteThatScriptsCannotRead() {
        Response response = Response.seeOther("/").flash("a").flash("b");

        assertEquals(
                List.of("jetalyst-flash=bWVzc2FnZQ.Yg; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"),
                response.headers().stream()
                        .filter(field -> field.name().equals("Set-Cookie"))
                        .map(HeaderField::value)
                        .toList());
        assertEquals(
                response.header("Set-Cookie"),
                Reply.<String>seeOther("/").flash("b").header("Set-Cookie"));
    }
}

package io.jetalyst.internal.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                '\n', '\r', 0, 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0x202e, 0x2066, 0x200b, 0xfeff, 0xd800, 0xe000,
                0xe0041
            })
    void escapesCharactersThatLeaveTheLineOrHide(int codePoint) {
        StringBuilder escaped = new StringBuilder();
        for (char c : Character.toChars(codePoint)) {
            escaped.append(String.format("\\u%04x", (int) c));
        }

        assertEquals("a" + escaped + "b", LogText.of("a" + new String(Character.toChars(codePoint)) + "b"));
    }

    @Test
    void keepsTextOfAllScripts() {
        assertEquals("/räume/поиск/部屋/😀 x", LogText.of("/räume/поиск/部屋/😀 x"));
    }

    @Test
    void escapesBackslashSoThatNoEscapeIsForged() {
        assertEquals("\\\\u000a", LogText.of("\\u000a"));
    }

    @Test
    void cutsLongText() {
        assertEquals("x".repeat(200) + "…", LogText.of("x".repeat(201)));
        assertEquals("x".repeat(200), LogText.of("x".repeat(200)));
    }
}

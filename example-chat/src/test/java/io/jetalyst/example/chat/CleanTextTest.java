package io.jetalyst.example.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void keepsOrdinaryText() {
        String text = "Grüße, 漢字, עברית, हिन्दी & <b>markup</b>!\n\n👩‍👩‍👧 e\u0301";
        assertEquals(text, CleanText.lines(text));
    }

    @Test
    void dropsControlCharacters() {
        assertEquals("ab c", CleanText.lines("a\u0000b\u001B\tc\u007F\u0085"));
    }

    @Test
    void unifiesLineEnds() {
        assertEquals("a\nb\nc\n\nd", CleanText.lines("  a \r\nb\rc\n\n\n\n\n\u2028d\n "));
        assertEquals("a b c", CleanText.line(" a \r\n b \u2029\u00A0 c "));
    }

    @Test
    void dropsCharactersThatChangeTheDirection() {
        assertEquals("abcdef", CleanText.lines("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf"));
    }

    @Test
    void returnsNothingForTextThatNobodySees() {
        for (String blank : new String[] {"\u200D \u200C\u0301", "\u3164", "\u2800\n\u2800", "\uFE0F", "\u115F"}) {
            assertEquals("", CleanText.line(blank));
            assertEquals("", CleanText.lines(blank));
        }
        assertEquals("\uD83E\uDEE0", CleanText.line("\uD83E\uDEE0")); // younger than JDK 17
    }

    @Test
    void keepsAtMostFourMarksOnALetter() {
        assertEquals(
                "z\u0301\u0302\u0303\u0304a\u0301", CleanText.lines("z\u0301\u0302\u0303\u0304\u0305\u0306a\u0301"));
        assertEquals(5, CleanText.lines("z" + "\u0301".repeat(10_000)).length());
    }

    @Test
    void replacesUnpairedSurrogates() {
        assertEquals("\uFFFDa\uFFFD", CleanText.lines("\uD83Da\uDE00"));
    }
}

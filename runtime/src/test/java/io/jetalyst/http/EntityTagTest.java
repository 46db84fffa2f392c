package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = EntityTag.of("x,y");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x,y\"",
                "W/\"x,y\"",
                "\"a\", \"x,y\"",
                "W/\"a\",\"b\" , W/\"x,y\"",
                ", \"a\",, \"x,y\" ,",
                "*",
                " * ",
                "\"x,y\", broken"
            })
    void findsItselfInTheField(String field) {
        assertTrue(TAG.isInIfNoneMatch(ifNoneMatch(field)));
        assertTrue(new EntityTag("x,y", true).isInIfNoneMatch(ifNoneMatch(field)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "x,y",
                "\"x\",\"y\"",
                "\"x,y",
                "\"X,Y\"",
                "w/\"x,y\"",
                "W/ \"x,y\"",
                "\"a\" \"x,y\"",
                "\"a\"\"x,y\"",
                "broken, \"x,y\"",
                "\"*\""
            })
    void findsNothingElse(String field) {
        assertFalse(TAG.isInIfNoneMatch(ifNoneMatch(field)));
    }

    @Test
    void readsAllLinesOfTheField() {
        assertTrue(TAG.isInIfNoneMatch(ifNoneMatch("\"a\"", "W/\"x,y\"")));
        assertFalse(TAG.isInIfNoneMatch(Headers.of(Map.of())));
    }

    @Test
    void isWrittenAsTheFieldHasIt() {
        assertEquals("\"x,y\"", TAG.toString());
        assertEquals("W/\"x,y\"", new EntityTag("x,y", true).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a b", "a\tb", "a\r\nb", "\u007F", "\u0100"})
    void refusesCharactersThatATagMayNotHave(String value) {
        assertThrows(IllegalArgumentException.class, () -> EntityTag.of(value));
    }

    private static Headers ifNoneMatch(String... lines) {
        return Headers.of(Map.of("If-None-Match", List.of(lines)));
    }

    @Test
    void isMadeOfContent() {
        assertEquals(
                "\"47DEQpj8HBSa-_TImW-5JA\"", EntityTag.ofContent(new byte[0]).toString());
        assertNotEquals(EntityTag.ofContent(new byte[] {1}), EntityTag.ofContent(new byte[] {2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"\""})
    void parsesField(String text) {
        assertEquals(text, EntityTag.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "*", "\"a", "w/\"a\"", "\"a\", \"b\"", "\"a b\""})
    void parsesNoOtherText(String text) {
        assertTrue(EntityTag.parse(text).isEmpty());
    }

    @Test
    void comparesStronglyWithIfMatch() {
        Headers headers = Headers.of(Map.of("If-Match", List.of("\"a\", W/\"b\"", "\"c\"")));

        assertTrue(EntityTag.of("a").isInIfMatch(headers));
        assertTrue(EntityTag.of("c").isInIfMatch(headers));
        assertFalse(EntityTag.of("b").isInIfMatch(headers));
        assertFalse(new EntityTag("a", true).isInIfMatch(headers));
    }

    @Test
    void isFoundUnderItsTagInACoding() {
        EntityTag tag = EntityTag.of("a");
        assertEquals("\"a--gzip\"", tag.coded("gzip").toString());

        Headers match = Headers.of(Map.of("If-Match", List.of("\"a--gzip\"")));
        assertTrue(tag.isInIfMatch(match));
        assertFalse(EntityTag.of("b").isInIfMatch(match));
        assertFalse(EntityTag.of("").isInIfMatch(match));
        assertTrue(tag.isInIfNoneMatch(ifNoneMatch("\"b\", W/\"a--br\"")));
        assertFalse(tag.isInIfNoneMatch(ifNoneMatch("\"a--zip\", \"a-gzip\", \"a--gzip--gzip\"")));
        assertFalse(tag.coded("gzip").isInIfNoneMatch(ifNoneMatch("\"a\"")));
        assertFalse(tag.isSame(tag.coded("gzip")));
    }
}

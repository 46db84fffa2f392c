package io.jetalyst.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jetalyst.processor.model.PathTemplate;
import io.jetalyst.processor.model.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateParserTest {
    @Test
    void splitsPathIntoSegments() {
        ParsedPath path = PathTemplateParser.parse("/shelves/{shelf-1}/{*file}");
        assertTrue(path.sound());
        assertEquals(
                List.of(new Segment.Literal("shelves"), new Segment.Variable("shelf-1"), new Segment.Tail("file")),
                path.segments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void rootHasNoSegments(String text) {
        ParsedPath path = PathTemplateParser.parse(text);
        assertTrue(path.sound());
        assertEquals(List.of(), path.segments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a",
                "/a.b",
                "/a-b_c~d",
                "/@me",
                "/a:b",
                "/a+b",
                "/(x)!$&'*,=",
                "/...",
                "/.well-known/x",
                "/{_a}",
                "/{A9}"
            })
    void takes(String text) {
        assertEquals(List.of(), PathTemplateParser.parse(text).faults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "a NO_LEADING_SLASH",
                "/a/ TRAILING_SLASH",
                "// EMPTY_SEGMENT",
                "//a EMPTY_SEGMENT",
                "/a//b EMPTY_SEGMENT",
                "/. DOT_SEGMENT",
                "/a/.. DOT_SEGMENT",
                "/a?b FORBIDDEN_CHARACTER",
                "/a%20 FORBIDDEN_CHARACTER",
                "/a;b FORBIDDEN_CHARACTER",
                "/a\\b FORBIDDEN_CHARACTER",
                "/\u00e4 FORBIDDEN_CHARACTER",
                "/\uD83D\uDE00 FORBIDDEN_CHARACTER",
                "/{a UNBALANCED_BRACES",
                "/a} UNBALANCED_BRACES",
                "/}{ UNBALANCED_BRACES",
                "/{{a}} UNBALANCED_BRACES",
                "/{a/b} VARIABLE_NAME",
                "/x{a} MIXED_SEGMENT",
                "/{a}-{b} MIXED_SEGMENT",
                "/{} VARIABLE_NAME",
                "/{*} VARIABLE_NAME",
                "/{a:[0-9]+} VARIABLE_NAME",
                "/{**a} VARIABLE_NAME",
                "/{a}/b/{a} DUPLICATE_VARIABLE",
                "/{a}/{*a} DUPLICATE_VARIABLE",
                "/{*a}/b TAIL_NOT_LAST",
            })
    void refuses(String text, String code) {
        List<String> codes = PathTemplateParser.parse(text).faults().stream()
                .map(fault -> fault.code().name())
                .distinct()
                .filter(name -> !text.equals("//") || name.equals(code))
                .toList();
        assertTrue(codes.contains(code) && codes.size() <= 2, text + " " + codes);
    }

    @Test
    void shapeHasNoNames() {
        assertEquals("/a/{}/{*}", template("/a/{x}/{*y}").shape());
        assertEquals("/", template("/").shape());
        assertEquals(List.of("x", "y"), template("/a/{x}/{*y}").variables());
    }

    private static PathTemplate template(String text) {
        return new PathTemplate(text, PathTemplateParser.parse(text).segments());
    }
}

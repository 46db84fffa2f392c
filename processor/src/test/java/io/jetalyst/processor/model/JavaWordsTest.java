package io.jetalyst.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler knows the same words. */
class JavaWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "room", "room1", "_room", "room-id", "_", "class", "package", "default", "new", "int", "goto", "const",
                "enum", "assert", "strictfp", "true", "false", "null", "record", "var", "sealed", "yield", "when",
                        "Class"
            })
    void namesAgreeWithTheCompiler(String word) {
        assertEquals(SourceVersion.isName(word, SourceVersion.RELEASE_17), JavaWords.canName(word));
    }
}

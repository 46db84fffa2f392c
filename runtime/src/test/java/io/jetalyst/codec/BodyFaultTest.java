package io.jetalyst.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class BodyFaultTest {
    @Test
    void countsLinesAndCharactersFromOne() {
        byte[] body = "{\"a\":1,\r\n \"ö🎈\":}".getBytes(UTF_8);
        assertPlace(1, 1, BodyFault.syntax(body, 0, "x"));
        assertPlace(1, 8, BodyFault.syntax(body, 7, "x"));
        assertPlace(2, 1, BodyFault.syntax(body, 9, "x"));
        assertPlace(2, 7, BodyFault.syntax(body, body.length - 1, "x"));
        assertPlace(2, 8, BodyFault.syntax(body, body.length, "x"));
        assertPlace(1, 1, BodyFault.syntax(new byte[0], 0, "x"));
    }

    private static void assertPlace(int line, int column, BodyFault fault) {
        assertEquals(line + ":" + column, fault.line() + ":" + fault.column());
    }

    @Test
    void escapesNamesInPointers() {
        assertEquals("/items/0/a~1b~0c", BodyFault.child(BodyFault.child("/items", "0"), "a/b~c"));
    }

    @Test
    void malformedBodyListsItsFaults() {
        BodyFault name = BodyFault.of("/name", BodyFault.REQUIRED, "is missing");
        BodyFault age = BodyFault.of("/age", BodyFault.TYPE, "must be a whole number");
        MalformedBodyException malformed = new MalformedBodyException(List.of(name, age), null);
        assertEquals(List.of(name, age), malformed.faults());
        assertEquals("/name is missing. /age must be a whole number.", String.valueOf(malformed.getMessage()));
        assertThrows(IllegalArgumentException.class, () -> new MalformedBodyException(List.of(), null));
    }
}

package io.jetalyst.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InputErrorTest {
    @Test
    void namesTheRowOfAValue() {
        InputError error = InputError.atIndex(InputError.FORM, "tags", 2, InputError.TYPE, "must be a number");

        assertEquals("tags[2]", error.name());
        assertEquals("tags", error.field());
        assertEquals(OptionalInt.of(2), error.index());
        assertTrue(error.isOf("tags"));
        assertTrue(error.isOf("tags[2]"));
        assertFalse(error.isOf("tag"));
        assertEquals("The form field \"tags[2]\" must be a number.", error.sentence());
    }

    @Test
    void takesOtherBracketsForTheName() {
        for (String name : new String[] {"tags[]", "tags[a]", "[", "tags[99999999999]", ""}) {
            InputError error = new InputError(InputError.FORM, name, InputError.TYPE, "is odd");
            assertEquals(name, error.field());
            assertEquals(OptionalInt.empty(), error.index());
        }
        assertEquals(
                "/tags[1]",
                InputError.body("/tags[1]", InputError.TYPE, "is odd").field());
        assertEquals(
                "tags[]",
                InputError.atIndex(InputError.FORM, "tags[]", 0, InputError.TYPE, "is odd")
                        .field());
    }

    @Test
    void namesTheWholePart() {
        assertEquals(
                "The query string is odd.", new InputError(InputError.QUERY, "", InputError.TYPE, "is odd").sentence());
        assertEquals("The form is odd.", new InputError(InputError.FORM, "", InputError.TYPE, "is odd").sentence());
    }
}

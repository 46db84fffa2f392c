package io.jetalyst.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreeNamesTest {
    @Test
    void numbers_what_is_taken() {
        FreeNames names = new FreeNames(List.of("context", "value2"));
        assertEquals("value", names.fresh("value"));
        assertEquals("value3", names.fresh("value"));
        assertEquals("context2", names.fresh("context"));
    }

    @Test
    void makes_keywords_usable() {
        FreeNames names = new FreeNames(List.of());
        assertEquals("default_", names.fresh("default"));
        assertEquals("default_2", names.fresh("default"));
    }
}

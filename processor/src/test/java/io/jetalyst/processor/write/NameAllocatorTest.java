package io.jetalyst.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameAllocatorTest {
    @Test
    void numbers_what_is_taken() {
        NameAllocator names = new NameAllocator(List.of("context", "value2"));
        assertEquals("value", names.allocate("value"));
        assertEquals("value3", names.allocate("value"));
        assertEquals("context2", names.allocate("context"));
    }

    @Test
    void makes_keywords_usable() {
        NameAllocator names = new NameAllocator(List.of());
        assertEquals("default_", names.allocate("default"));
        assertEquals("default_2", names.allocate("default"));
    }
}

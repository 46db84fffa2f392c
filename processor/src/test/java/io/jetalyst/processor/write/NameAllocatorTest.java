package io.jetalyst.processor.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameAllocatorTest {
    @Test
    void numbersTakenNames() {
        NameAllocator names = new NameAllocator(List.of("context", "value2"));
        assertEquals("value", names.allocate("value"));
        assertEquals("value3", names.allocate("value"));
        assertEquals("context2", names.allocate("context"));
    }

    @Test
    void changesKeywords() {
        NameAllocator names = new NameAllocator(List.of());
        assertEquals("default_", names.allocate("default"));
        assertEquals("default_2", names.allocate("default"));
    }
}

package io.jetalyst.processor.write;

import com.palantir.javapoet.NameAllocator;
import java.util.HashSet;
import java.util.Set;

/** Gives out names, each once: the second {@code value} is {@code value2}. */
final class FreeNames {
    private final Set<String> taken = new HashSet<>();

    /** Keeps names from being given out. */
    FreeNames(Iterable<String> taken) {
        taken.forEach(this.taken::add);
    }

    /** This name, or one like it that is no keyword and not taken. */
    String fresh(String suggestion) {
        String name = new NameAllocator().newName(suggestion); // a class file from another language may name a keyword
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }
}

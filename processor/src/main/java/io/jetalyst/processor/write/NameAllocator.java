package io.jetalyst.processor.write;

import io.jetalyst.processor.model.JavaWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Allocates names in one scope, each once: the second {@code value} is {@code value2}. */
final class NameAllocator {
    private final Collection<String> reserved;
    private final Set<String> taken = new HashSet<>();

    /** @param reserved the names that are not allocated */
    NameAllocator(Collection<String> reserved) {
        this.reserved = reserved;
    }

    /** This name, or one like it that is no keyword and not taken. */
    String allocate(String suggestion) {
        String name = identifier(suggestion);
        String free = name;
        for (int i = 2; reserved.contains(free) || !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** A class file of another language may have names that Java does not allow. */
    private static String identifier(String suggestion) {
        StringBuilder name = new StringBuilder();
        suggestion.codePoints().forEach(c -> name.appendCodePoint(Character.isJavaIdentifierPart(c) ? c : '_'));
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name.insert(0, '_');
        }
        return JavaWords.canName(name.toString()) ? name.toString() : name + "_";
    }
}

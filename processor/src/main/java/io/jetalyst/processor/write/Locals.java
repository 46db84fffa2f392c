package io.jetalyst.processor.write;

import com.palantir.javapoet.NameAllocator;

/** The names of local variables of one method: the user's where they are free. */
final class Locals {
    private final NameAllocator names = new NameAllocator();

    /** @param fields the names that code in the method must still reach */
    Locals(Iterable<String> fields) {
        names.newName("context");
        names.newName("handshake");
        names.newName("controller");
        fields.forEach(names::newName);
    }

    /** A name like this one that is no keyword and not taken. */
    String fresh(String suggestion) {
        return names.newName(suggestion);
    }
}

package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A type of a hierarchy of messages.
 *
 * @param permitted the types directly below it, if it is sealed
 * @param members of a record that are in its JSON, by name
 * @param constrained whether one of its fields has constraints
 */
public record MessageDecl(
        TypeRef.Declared type,
        Set<Modifier> modifiers,
        List<MessageDecl> permitted,
        SortedMap<String, TypeRef> members,
        boolean constrained,
        Origin origin) {
    public MessageDecl {
        permitted = List.copyOf(permitted);
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }

    /** {@code Say} of {@code Command.Say}. */
    public String name() {
        List<String> names = type.name().simpleNames();
        return names.get(names.size() - 1);
    }
}

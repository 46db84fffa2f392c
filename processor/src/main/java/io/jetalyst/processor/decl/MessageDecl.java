package io.jetalyst.processor.decl;

import java.util.List;
import java.util.Set;

/**
 * A type of a hierarchy of messages.
 *
 * @param permitted the types right below it, where it is sealed
 */
public record MessageDecl(TypeRef.Declared type, Set<Modifier> modifiers, List<MessageDecl> permitted, Origin origin) {
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

package io.jetalyst.processor.decl;

import java.util.Optional;

/**
 * One value given to an annotation's member.
 *
 * @param text a string as it is, anything else as Java writes it
 * @param type the class that the value is, if it is one
 */
public record ValueDecl(String text, Optional<TypeRef> type, Origin origin) {
    /** A value that is no class. */
    public ValueDecl(String text, Origin origin) {
        this(text, Optional.empty(), origin);
    }
}

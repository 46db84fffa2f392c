package io.jetalyst.processor.model;

import io.jetalyst.processor.decl.ParamDecl;
import io.jetalyst.processor.decl.ValueDecl;
import java.util.Optional;

/** What a parameter is given. */
public sealed interface ParamModel {
    ParamDecl declaration();

    /**
     * A value of the request.
     *
     * @param name its name there
     * @param optional whether the parameter is an {@code Optional}
     * @param defaultValue the text used where the request has none
     */
    record Value(
            ParamDecl declaration,
            Source source,
            String name,
            Conversion conversion,
            boolean optional,
            Optional<ValueDecl> defaultValue)
            implements ParamModel {}

    /** Something of the framework, by its type. */
    record Framework(ParamDecl declaration, Role role) implements ParamModel {}

    /**
     * Nothing: a problem was told.
     *
     * @param name the path variable it was meant for, perhaps
     */
    record Unusable(ParamDecl declaration, String name) implements ParamModel {}

    /** Parts of the framework that a method may ask for. */
    enum Role {
        REQUEST,
        CONTEXT,
        HANDSHAKE
    }
}

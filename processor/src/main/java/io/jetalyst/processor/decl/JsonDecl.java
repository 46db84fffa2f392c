package io.jetalyst.processor.decl;

import java.util.Set;

/**
 * The annotations of avaje-jsonb on a type.
 *
 * @param subTypes the qualified names of the sub-types that avaje-jsonb can distinguish
 */
public record JsonDecl(Set<String> subTypes, Origin origin) {
    public JsonDecl {
        subTypes = Set.copyOf(subTypes);
    }
}

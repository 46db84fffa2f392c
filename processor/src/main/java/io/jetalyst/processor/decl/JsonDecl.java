package io.jetalyst.processor.decl;

import java.util.Set;

/**
 * What avaje-jsonb is told of a type.
 *
 * @param subTypes the qualified names of the sub-types it can tell apart
 */
public record JsonDecl(Set<String> subTypes, Origin origin) {
    public JsonDecl {
        subTypes = Set.copyOf(subTypes);
    }
}

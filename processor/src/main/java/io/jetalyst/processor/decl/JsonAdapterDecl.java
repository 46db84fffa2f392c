package io.jetalyst.processor.decl;

import java.util.List;

/**
 * A record for which avaje-jsonb generates an adapter that does not compile: the record is public in a class that is not.
 *
 * @param origin of the record
 */
public record JsonAdapterDecl(ClassRef type, List<Component> components, Origin origin) {
    public JsonAdapterDecl {
        components = List.copyOf(components);
    }

    /** A component, which is a member of the JSON under its name. */
    public record Component(String name, TypeRef type) {}
}
